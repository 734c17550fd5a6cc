import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { brief } from '../../src/commands/brief.ts'
import { diff } from '../../src/commands/diff.ts'
import { realEffects } from '../../src/effects.ts'
import { NibError } from '../../src/messages.ts'

// On a real disk, where a file is no folder.
const folder = mkdtempSync(join(tmpdir(), 'nib-'))
afterAll(() => rmSync(folder, { recursive: true }))
let printed = ''
const out = (text: string): void => {
  printed += text
}
const effects = { ...realEffects(), out, note: () => undefined }
await brief('police-workforce', { area: 'kent', file: {}, out: folder, format: 'json,md' }, effects)
const draft = join(folder, 'police-workforce/2023-07-26/2023/kent/local')
const run = async (was: string, now: string): Promise<string | number> => {
  printed = ''
  try {
    return await diff(was, now, { fileOld: {}, fileNew: {} }, effects)
  } catch (error) {
    if (!(error instanceof NibError)) throw error
    return error.problems[0]!.code
  }
}

test('two files, a draft and its copy, and a folder beside itself', async () => {
  copyFileSync(`${draft}.json`, join(folder, 'copy.json'))
  expect(await run(`${draft}.json`, join(folder, 'copy.json'))).toBe(0)
  expect(await run(`${draft}.json`, `${draft}.md`)).toBe(0)
  expect(await run(join(folder, 'police-workforce'), join(folder, 'police-workforce'))).toBe(0)
})

test('an edited copy, with what the data say of it', async () => {
  writeFileSync(join(folder, 'edited.md'), readFileSync(`${draft}.md`, 'utf8').replace('4,203', '4,230'))
  expect(await run(`${draft}.json`, join(folder, 'edited.md'))).toBe(1)
  expect(printed).toContain('[-4,203-]{+4,230+}')
  expect(printed).toContain('“4,230”')
})

test('a brief that a person edited is the desk’s too: a wrong number is never told as other words for the same figures', async () => {
  const text = readFileSync(`${draft}.json`, 'utf8')
  writeFileSync(join(folder, 'edited.json'), text.replace('up by 197 to', 'up by 199 to'))
  expect(await run(`${draft}.json`, join(folder, 'edited.json'))).toBe(1)
  expect(printed).toContain('[-197-]{+199+}')
  expect(printed).toContain('– desk: edited by the desk')
  expect(printed).toContain('– desk: “199”')
  expect(printed).not.toContain('wording')
  // What the engine worded anew has spans of its own.
  const made = JSON.parse(text) as { pars: { text: string; spans: { start: number; end: number }[] }[] }
  const [par] = made.pars
  par!.text = `Now ${par!.text}`
  for (const span of par!.spans) Object.assign(span, { start: span.start + 4, end: span.end + 4 })
  writeFileSync(join(folder, 'worded.json'), JSON.stringify(made))
  expect(await run(`${draft}.json`, join(folder, 'worded.json'))).toBe(1)
  expect(printed).toContain('– wording')
})

test('what is not there, is a folder beside a file, or is no brief', async () => {
  writeFileSync(join(folder, 'bad.json'), '{"a":1,')
  expect(await run(`${draft}.json`, join(folder, 'none.json'))).toBe('no-file')
  expect(await run(`${draft}.json`, folder)).toBe('bad-usage')
  expect(await run(`${draft}.json`, join(folder, 'bad.json'))).toBe('bad-brief')
  const other = readFileSync(`${draft}.json`, 'utf8').replace('"key": "kent"', '"key": "essex"')
  writeFileSync(join(folder, 'essex.json'), other)
  expect(await run(`${draft}.json`, join(folder, 'essex.json'))).toBe('bad-usage')
})
