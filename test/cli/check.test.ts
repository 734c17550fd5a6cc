import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/commands/check.ts'
import { realEffects } from '../../src/effects.ts'
import { drafts, library, workforce } from '../fixtures/desk.ts'
import { refusal } from './desk.ts'

/** The real library, and one file of copy in memory. */
function desk(copy: string, file = '/copy/story.txt') {
  const real = realEffects()
  const said = { out: '', note: '' }
  const effects = {
    ...real,
    readBytes: (path: string) => (path === file ? new TextEncoder().encode(copy) : real.readBytes(path)),
    out: (text: string) => {
      said.out += text
    },
    note: (text: string) => {
      said.note += text
    },
  }
  const run = (options = {}) => check(file, { file: {}, ...options }, effects)
  return { said, run }
}

const of = { release: 'police-workforce', area: 'kent' }
const headline = 'Kent police officer numbers highest since at least 2007\n\n'

describe('copy that holds', () => {
  test('ends with 0 and says how many claims hold', async () => {
    const { said, run } = desk(
      `${headline}Kent Police had 4,203 officers at the end of March 2023, Home Office figures show.`,
    )
    expect(await run(of)).toBe(0)
    expect(said.out).toBe(
      '2 claims hold, 0 wrong, 0 rounded or hedged the wrong way, 0 right for something else, 0 that the data cannot check.\n',
    )
  })
  test('a draft of Nib’s own, checked as it is, says itself what it is of', async () => {
    const [brief] = drafts(await workforce(), { edition: 'local' })
    const { said, run } = desk(JSON.stringify(brief), '/copy/local.json')
    expect(await run()).toBe(0)
    expect(said.note).toContain(brief!.area.name)
  })
})

describe('copy with a wrong figure', () => {
  const wrong = `${headline}Kent Police had 4,230 officers at the end of March 2023.`

  test('ends with 1, marks the claim, and gives the right figure with its cells', async () => {
    const { said, run } = desk(wrong)
    expect(await run(of)).toBe(1)
    expect(said.out).toContain('Line 3: Kent Police had »4,230« officers at the end of March 2023.')
    expect(said.out).toContain('WRONG (police officers, Kent, 31 March 2023): the data give 4,203')
    const rows = /4,203: workforce\.csv, column Total \(FTE\), rows (\d+)-(\d+)/.exec(said.out)
    // The rows that are named, added up by hand.
    const csv = readFileSync(`${library.data}/police-workforce/workforce.csv`, 'utf8').split('\n')
    const column = csv[0]!.split(',').indexOf('Total (FTE)')
    const cells = csv.slice(Number(rows?.[1]) - 1, Number(rows?.[2])).map((line) => Number(line.split(',')[column]))
    expect(Math.round(cells.reduce((a, b) => a + b, 0))).toBe(4203)
  })
  test('a brief edited by hand is read by its words', async () => {
    const brief = structuredClone(drafts(await workforce(), { edition: 'local' }).find((b) => b.area.key === 'kent')!)
    const par = brief.pars.find((p) => p.text.includes('4,203'))!
    par.text = par.text.replace('4,203', '4,302')
    const { said, run } = desk(JSON.stringify(brief), '/copy/local.json')
    expect(await run()).toBe(1)
    expect(said.out).toContain('»4,302«')
  })
  test('as JSON each claim has its place, verdict and reason', async () => {
    const { said, run } = desk(wrong)
    await run({ ...of, json: true })
    const { schema, release, area, period, findings, summary } = JSON.parse(said.out)
    expect({ schema, release, area, period }).toEqual({ schema: 'check/1', ...of, period: '2023' })
    expect(summary).toEqual({ holds: 1, wrong: 1, misrounded: 0, misplaced: 0, unchecked: 0 })
    expect(findings[1]).toMatchObject({
      block: 1,
      start: 16,
      end: 21,
      text: '4,230',
      verdict: 'wrong',
      right: { shown: '4,203' },
    })
  })
})

describe('each verdict', () => {
  test.each([
    ['a number cut off in place of rounded', 'The number of officers rose by 5.9%.', 'misrounded'],
    ['a hedge on the wrong side', 'There were just under 4,200 officers.', 'misrounded'],
    ['the year before', 'Kent Police had 3,967 officers at the end of March 2023.', 'misplaced'],
    ['heads told as full-time equivalents', 'There were 4,261 full-time equivalent officers.', 'misplaced'],
    ['another group', 'There were 136 special constables.', 'misplaced'],
    ['a record in a table that starts later', 'The number of officers is the highest since records began.', 'wrong'],
    ['a percentage of points', 'The number of officers rose by 6.0 percentage points.', 'wrong'],
    ['what the tables do not hold', 'The force has 95 dogs.', 'unchecked'],
  ])('%s', async (_, text, verdict) => {
    const { said, run } = desk(`Kent police\n\n${text}`)
    await run({ ...of, json: true })
    const { findings } = JSON.parse(said.out)
    expect(findings.map((f: { verdict: string }) => f.verdict)).toContain(verdict)
  })
})

test('a number that is hidden from the eye is checked as it reads', async () => {
  const { said, run } = desk(`${headline}Kent Police had \u001b[2J4,2\u00ad30 officers at the end of March 2023.`)
  expect(await run(of)).toBe(1)
  expect(said.out).toContain('»4,230«')
  expect(said.out).not.toContain('\u001b')
})

test('a brief of another release is checked, and that is told', async () => {
  const brief = structuredClone(drafts(await workforce(), { edition: 'local' })[0]!)
  brief.release.id = 'elsewhere'
  const { said, run } = desk(JSON.stringify(brief), '/copy/local.json')
  expect(await run({ release: 'police-workforce' })).toBe(0)
  expect(said.note).toContain('elsewhere')
})

test('house style is told apart from truth, and fails nothing', async () => {
  const { said, run } = desk(`${headline}Kent Police had 4,203 officers, which is shocking, Home Office figures show.`)
  expect(await run(of)).toBe(0)
  expect(said.out).toContain('House style\n  rule 14: a word that judges: “shocking”')
})

describe('what cannot be run', () => {
  const codes = async (run: () => unknown) => (await refusal(run)).map((p) => p.code)
  const text = 'A headline\n\nIt had 5 officers.'
  test.each([
    ['no release', {}, 'bad-usage'],
    ['an unknown release', { release: 'police-workfroce' }, 'unknown-release'],
    ['an unknown area', { release: 'police-workforce', area: 'Kant' }, 'unknown-area-name'],
    ['an unknown period', { release: 'police-workforce', period: '1999' }, 'unknown-choice'],
    ['an unknown style', { release: 'police-workforce', style: 'ap' }, 'unknown-choice'],
  ])('%s', async (_, options, code) => {
    expect(await codes(() => desk(text).run(options))).toEqual([code])
  })
  test.each([
    ['an empty file', ' \n', 'empty-copy'],
    ['a picture', '\u0000\u0001', 'no-text'],
    ['broken JSON', '{"headline": ', 'bad-brief'],
  ])('%s', async (_, copy, code) => {
    expect(await codes(() => desk(copy, code === 'bad-brief' ? '/copy/a.json' : '/copy/a.txt').run(of))).toEqual([code])
  })
  test('no such file', async () => {
    expect(await codes(() => check('/copy/none.txt', { file: {}, ...of }, realEffects()))).toEqual(['no-file'])
  })
})
