import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browser, type OpenDesk, openDesk } from './desk.ts'

let chrome: Browser
let desk: OpenDesk
let page: Page
const wrong: string[] = []

beforeAll(async () => {
  ;[chrome, desk] = await Promise.all([browser(), openDesk()])
  page = await chrome.newPage({ viewport: { width: 1300, height: 900 } })
  page.setDefaultTimeout(10_000)
  // A refusal has a status of its own, which a browser tells as an error.
  page.on(
    'console',
    (m) => m.type() === 'error' && !m.text().includes('422') && wrong.push(`${m.text()} ${m.location().url}`),
  )
  page.on('pageerror', (error) => wrong.push(String(error)))
  page.on('request', (r) => r.url().startsWith(desk.url) || wrong.push(`asked for ${r.url()}`))
}, 60_000)

afterAll(async () => {
  await chrome?.close()
  desk?.close()
})

const at = (path: string) => `${desk.url}${path}`
const text = (selector: string) => page.locator(selector).textContent()
const copy = () => page.locator('#copy')

/** What axe finds of weight, in light and in dark. */
async function faults(): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // The page lets no script in but its own; the browser's own tools are not held to that.
    await page.addInitScript(axe.source)
    await page.reload()
    const of = (await page.evaluate('axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "best-practice"] })')) as {
      violations: { id: string; impact: string; nodes: { html: string }[] }[]
    }
    const grave = of.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    found.push(...grave.map(({ id, nodes }) => `${colorScheme}: ${id}: ${nodes[0]!.html.slice(0, 160)}`))
  }
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}

test('the list: all drafts by newsworthiness, and search by area', async () => {
  await page.goto(at('/'))
  const rows = page.getByRole('list', { name: 'Drafts' }).getByRole('listitem')
  expect(await rows.count()).toBe(44)
  expect(await rows.first().textContent()).toMatch(/Leicestershire|Lincolnshire/)
  await page.getByLabel('Area').fill('kent')
  await expect.poll(() => rows.count()).toBe(1)
  expect(await rows.first().textContent()).toContain('Kent')
  expect(await faults()).toEqual([])
})

test('a draft: a figure, its formula, its cells and the rows of the table', async () => {
  await page.goto(at('/'))
  await page.getByLabel('Area').fill('kent')
  await page.getByRole('link', { name: /Kent/ }).first().click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await copy().textContent()).toContain('4,203')
  await copy().getByRole('link', { name: '4,203' }).click()
  const behind = page.getByRole('complementary', { name: 'Behind the figures' })
  await expect.poll(() => behind.textContent()).toContain('workforce.csv')
  const told = await behind.textContent()
  expect(told).toContain('Total (FTE)')
  // Kent's constables of 2023, as they stand in the table.
  expect(told).toContain('3335.4031')
  expect(await faults()).toEqual([])
})

test('an edit with a wrong number is told as it is typed, and does not get approved', async () => {
  await page.goto(at('/d/2023/kent/local'))
  await page.getByRole('link', { name: 'Edit paragraph 2' }).click()
  const words = page.getByLabel('Paragraph 2')
  const engine = await words.inputValue()
  expect(engine).toContain('4,203')
  await words.fill(engine.replace('4,203', '4,303'))
  const told = page.locator('#read-back')
  await expect.poll(() => told.textContent()).toContain('4,203')
  expect(await told.textContent()).toContain('4,303')
  expect(await faults()).toEqual([])
  await page.goto(at('/d/2023/kent/local?edit=2'))
  await page.getByLabel('Paragraph 2').fill(engine.replace('4,203', '4,303'))
  await page.getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => text('main')).toContain('Edited')
  await page.getByRole('button', { name: /Approve/ }).click()
  const refused = page.getByRole('alert')
  await expect.poll(() => refused.textContent()).toContain('4,303')
  expect(await refused.textContent()).toContain('4,203')
  // Mended, it is approved.
  await page.goto(at('/d/2023/kent/local?edit=2'))
  await page
    .getByLabel('Paragraph 2')
    .fill('Kent Police had 4,203 full-time equivalent officers at the end of March 2023, Home Office data show.')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => copy().textContent()).toContain('Kent Police had 4,203')
  await page.getByRole('button', { name: /Approve/ }).click()
  await expect.poll(() => text('main')).toMatch(/Approved/)
})

test('made again after a revision: the changes with their causes, and the edit kept', async () => {
  // Essex's constables of 2022: the change of Essex, ranks of others, and the nation.
  desk.revise((csv) =>
    csv.replace(
      /^(2022,E23000028,Essex,Police Officer,Constable,)([\d.]+),(\d+)$/m,
      (_, a, f, h) => `${a}${Number(f) + 90},${Number(h) + 90}`,
    ),
  )
  await page.goto(at('/'))
  await page.getByRole('button', { name: /Make again/ }).click()
  await page.waitForURL((url) => !url.pathname.endsWith('/make'))
  const essex = async () => {
    await page.goto(at('/?q=essex'))
    return text('main')
  }
  await expect.poll(essex, { timeout: 15_000 }).toContain('Changed')
  await page.goto(at('/d/2023/essex/local?show=changes'))
  const changes = page.getByRole('region', { name: 'Changes' })
  const told = await changes.textContent()
  expect(told).toContain('officers, Essex, 2022')
  expect(told).toMatch(/revised; workforce\.csv, column Total \(FTE\), rows? \d+/)
  expect(told).toContain('Data')
  expect(await faults()).toEqual([])
  await page.goto(at('/d/2023/kent/local'))
  expect(await copy().textContent()).toContain('Kent Police had 4,203')
  await page.goto(at('/d/2023/kent/local?show=changes'))
  expect(await changes.textContent()).toContain('Essex, 2022')
})

test('by keys alone: search, open, figure, changes, edit, save, hold', async () => {
  await page.goto(at('/'))
  await page.keyboard.press('/')
  await page.keyboard.type('durham')
  await expect.poll(() => page.getByRole('list', { name: 'Drafts' }).getByRole('listitem').count()).toBe(1)
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/d\/2023\/durham\/local/)
  await page.keyboard.press('f')
  await expect.poll(() => text('#behind')).toMatch(/workforce\.csv|record|since/)
  await page.keyboard.press('Escape')
  await page.keyboard.press('d')
  await page.getByRole('region', { name: 'Changes' }).waitFor()
  await page.keyboard.press('Escape')
  await page.waitForURL(/durham\/local(?!.*show=changes)/)
  await page.keyboard.press('j')
  await page.keyboard.press('e')
  const words = page.getByRole('textbox', { name: /Headline|Paragraph/ })
  await words.waitFor()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Really.')
  await page.keyboard.press('Control+Enter')
  // The words stand in the field too, before they are saved.
  await expect.poll(() => text('main')).toContain('Edited by')
  expect(await copy().textContent()).toContain('Really.')
})

test('what an area is called is text, whatever it is', async () => {
  await page.goto(at('/?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E'))
  expect(await page.getByRole('list', { name: 'Drafts' }).getByRole('listitem').count()).toBe(0)
  expect(await page.content()).not.toContain('<script>alert(1)')
})

test('it fits a phone: nothing is wider than the screen', async () => {
  await page.setViewportSize({ width: 360, height: 740 })
  for (const path of ['/', '/d/2023/kent/local', '/d/2023/kent/local?show=changes', '/d/2023/kent/local?edit=1']) {
    await page.goto(at(path))
    const [wide, screen] = (await page.evaluate('[document.documentElement.scrollWidth, innerWidth]')) as [
      number,
      number,
    ]
    expect(wide, path).toBeLessThanOrEqual(screen)
  }
})

test('nothing went wrong in the page, and nothing was asked of another server', () => {
  expect(wrong).toEqual([])
})
