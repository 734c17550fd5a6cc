import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { check as runCheck } from '../src/commands/check.ts'
import { explain } from '../src/commands/explain.ts'
import { gate } from '../src/commands/gate.ts'
import { draft } from '../src/draft.ts'
import { realEffects } from '../src/effects.ts'
import { open, prepare } from '../src/pipeline.ts'
import { wireText } from '../src/render/text.ts'
import { after, leavers, library, workforce } from './fixtures/desk.ts'

const root = resolve(import.meta.dirname, '..')
const readme = join(root, 'README.md')
const renew = process.env['NIB_RENEW'] === '1'

/** What stands between two comments of the README must be what Nib prints. */
function check(name: string, printed: string): void {
  const [kind] = name.split(':')
  const text = readFileSync(readme, 'utf8')
  const block = new RegExp(`(<!-- ${name} -->\n)([\\s\\S]*?)(<!-- /${kind} -->)`)
  const wanted = `\`\`\`text\n${printed.trimEnd()}\n\`\`\`\n`
  if (renew)
    writeFileSync(
      readme,
      text.replace(block, (_, open: string, __, close: string) => open + wanted + close),
    )
  const found = block.exec(readFileSync(readme, 'utf8'))
  expect(found?.[2], 'Renew with: npm run goldens').toBe(wanted)
}

test('the draft in the README is what Nib writes', async () => {
  const desk = await workforce()
  const order = prepare(desk, library, realEffects(), { edition: 'local' })
  const area = desk.table.areas.findIndex((a) => a.key === 'lincolnshire')
  const brief = draft(desk, order, area, after)
  check('example: lincolnshire', wireText(brief))
  const printed: string[] = []
  const effects = {
    ...realEffects(),
    readText: () => JSON.stringify(brief),
    out: (text: string) => void printed.push(text),
  }
  expect(explain('brief.json', '2', effects)).toBe(0)
  check('explain: lincolnshire 2', printed.join(''))
})

test('the beginning of the Hertfordshire story in the README is what Nib writes', async () => {
  const desk = await leavers()
  const order = prepare(desk, library, realEffects(), { edition: 'local', period: '2020/21' })
  const area = desk.table.areas.findIndex((a) => a.key === 'hertfordshire')
  const parts = wireText(draft(desk, order, area, after)).split('\n\n')
  // Slug, stamp and headline, and six paragraphs.
  check('start: hertfordshire', parts.slice(0, 9).join('\n\n'))
})

test('the monthly draft in the README is what Nib writes', async () => {
  const desk = await open('deaths-registered', library, realEffects())
  const order = prepare(desk, library, realEffects(), { edition: 'national', period: '2018-01' })
  check('start: deaths', wireText(draft(desk, order, desk.table.areas.length - 1, after)))
})

test('what the README says of checking a story is what it prints', async () => {
  const story = /<!-- story -->\n```text\n([\s\S]*?)```/.exec(readFileSync(readme, 'utf8'))![1]!
  let printed = ''
  const real = realEffects()
  const effects = {
    ...real,
    readBytes: (path: string) => (path === 'story.txt' ? new TextEncoder().encode(story) : real.readBytes(path)),
    out: (text: string) => {
      printed += text
    },
    note: () => undefined,
  }
  expect(await runCheck('story.txt', { file: {}, release: 'police-workforce', area: 'lincolnshire' }, effects)).toBe(1)
  check('check', printed)
})

test('what the README says of the gate is what it prints', async () => {
  let printed = ''
  const out = (text: string) => {
    printed += text
  }
  const effects = { ...realEffects(), out, write: () => undefined }
  expect(await gate('police-workforce', { file: {}, against: [], period: '2019', out: 'output' }, effects)).toBe(0)
  check('gate', printed)
})
