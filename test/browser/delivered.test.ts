import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formats } from '../../src/archive/store.ts'
import { kinds } from '../../src/render/issued.ts'
import { charts as chartsOf } from '../chart/charts.ts'
import { draftOf, workforce } from '../fixtures/desk.ts'
import { issuedAs } from '../fixtures/issued.ts'
import { browser } from './desk.ts'

let chromium: Browser
// One page for all: the browser that is carried ends with its first page.
let page: Page
beforeAll(async () => {
  chromium = await browser()
  page = await chromium.newPage({ viewport: { width: 800, height: 900 } })
}, 60_000)
afterAll(() => chromium.close())

const desk = await workforce()
const brief = draftOf(desk, 'hertfordshire', { edition: 'local' })
const charts = Object.values(chartsOf(desk, 'hertfordshire'))
/** Where pictures of the pages are put, for a person to look at. */
const shots = process.env['NIB_SHOTS']

test.each(kinds)('the page of a version, %s, can be read by everybody', async (kind) => {
  for (const rehearsal of [false, true]) {
    await page.setContent(formats.html(brief, charts, issuedAs(kind, { rehearsal })))
    await page.evaluate(axe.source)
    const { violations } = (await page.evaluate(
      'axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa"] })',
    )) as axe.AxeResults
    expect(violations.map(({ id, nodes }) => [id, nodes.map((n) => n.html)])).toEqual([])
    if (shots) await page.screenshot({ path: `${shots}/${kind}${rehearsal ? '-rehearsal' : ''}.png` })
  }
})
