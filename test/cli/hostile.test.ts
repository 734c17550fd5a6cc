import { expect, test } from 'vitest'
import { brief } from '../../src/commands/brief.ts'
import { type Changes, places } from '../fixtures/small.ts'
import { order, place, refusal, sound, world } from './desk.ts'

const names = {
  html: '<img src=x onerror=alert(1)> & "sons"',
  script: '</title><script>alert(1)</script>',
  markdown: '[x](javascript:alert(1)) **bold** `code` # head',
  formula: '=HYPERLINK("http://x","y")',
  direction: 'No\u202erth\u2066\u0007\ue000',
}

/** Drafts of an area with this name, in all formats: format → text. */
async function drafts(name: string): Promise<Record<string, string>> {
  const north = place('north', { full: name, name, list: name, names: ['North'] })
  const list: Changes = { ...places, areas: [north, ...(places['areas'] as Changes[]).slice(1)] }
  const effects = world({ list })
  expect(await brief('small', order(), effects)).toBe(0)
  const files = [...effects.disk].filter(([path]) => path.includes('/north/') || path.endsWith('index.html'))
  return Object.fromEntries(
    files.map(([path, text]) => [path.endsWith('index.html') ? 'index' : path.split('.').at(-1)!, String(text)]),
  )
}

test.each(Object.entries(names))('a name with %s is harmless text in every format', async (_, name) => {
  const made = await drafts(name)
  expect(Object.keys(made).sort()).toEqual(['html', 'index', 'json', 'md', 'txt'])
  for (const page of [made['html']!, made['index']!]) {
    expect(page).not.toMatch(/<(img|script)|<[^>]+ on\w+=/i)
    expect(page.match(/<title>/g)).toHaveLength(1)
  }
  for (const text of Object.values(made)) {
    expect(text).not.toMatch(/[^\P{C}\n]/u)
  }
  expect(made['md']).not.toMatch(/(?<!\\)(<|\[x\]|\*\*bold|`code)/)
  expect(JSON.parse(made['json']!).area.key).toBe('north')
})

test('a hostile name in the table is refused, and cannot steer the terminal', async () => {
  for (const name of [...Object.values(names), '\u001b[2J', 'constructor', '__proto__']) {
    const csv = sound.replace('2011,North', `2011,"${name.replaceAll('"', '""')}"`)
    const [found] = await refusal(() => brief('small', order(), world({ csv })))
    expect(found).toMatchObject({ code: 'unknown-area', at: 'B3' })
    expect(found?.text).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}]/u)
  }
})

test('what was typed cannot steer the terminal', async () => {
  const typed = '\u001b]0;x\u0007\u202e'
  for (const options of [
    { area: typed },
    { edition: typed },
    { style: typed },
    { period: typed },
    { format: typed },
    { file: { [typed]: 'x' } },
    { file: { main: typed } },
  ]) {
    // biome-ignore format: a list
    const found = await refusal(() => brief('small', order(options), world()))
    expect(found).toHaveLength(1)
    expect(found[0]?.text).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  }
})
