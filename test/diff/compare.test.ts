import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DataChange } from '../../src/diff/change.ts'
import { compare } from '../../src/diff/compare.ts'
import { compareEdited } from '../../src/diff/edited.ts'
import { wordsOf } from '../../src/diff/words.ts'
import type { Brief, BriefFigure, Edit } from '../../src/prose/brief.ts'
import { blocksOf } from '../../src/verify/copy-brief.ts'

interface Parts {
  pars?: [rule: string, text: string, ...facts: string[]][]
  figures?: Record<string, BriefFigure>
  params?: Record<string, Record<string, string | number>>
  rules?: Record<string, string>
  edits?: Edit[]
  period?: string
  scores?: Record<string, number>
}

const cell = (value: number): BriefFigure => ({
  value,
  unit: 'headcount',
  how: { op: 'cells', file: 't.csv', column: 'n', rows: '2', agg: 'value' },
})
const rank = (value: number, of: string): BriefFigure => ({ value, unit: 'rank', how: { op: 'rank', of: [of] } })
const one = 'change/officers/kent/2023'
const place = 'rank/officers/kent/2023/percent-large'

function brief({
  pars = [['key/change', 'There were 100 officers.', one]],
  figures = { 'officers@kent@2023': cell(100) },
  ...more
}: Parts = {}): Brief {
  const ids = pars.flatMap(([, , ...facts]) => facts)
  return {
    schema: 'brief/1',
    id: 'small/2024-01-01/2023/kent/local',
    release: { id: 'small' },
    area: { key: 'kent', name: 'Kent' },
    period: { id: more.period ?? '2023' },
    headline: { text: 'Officers', spans: [], rule: 'headline/plain', facts: [] },
    pars: pars.map(([rule, text, ...facts]) => ({ slot: rule.split('/')[0], rule, text, facts, spans: [] })),
    figures,
    facts: Object.fromEntries(
      ids.map((id) => {
        const [kind, measure, area, period] = id.split('/')
        const params = more.params?.[id] ?? {}
        const told = Object.values(params).filter((v): v is string => typeof v === 'string' && v.includes('@'))
        const newsworthiness = { score: more.scores?.[id] ?? 10, because: [] }
        return [
          id,
          {
            id,
            kind,
            measure,
            area,
            period,
            params,
            figures: told.length > 0 ? told : ['officers@kent@2023'],
            caveats: [],
            newsworthiness,
          },
        ]
      }),
    ),
    rules: more.rules ?? {},
    caveats: [],
    ...(more.edits ? { edits: more.edits } : {}),
  } as unknown as Brief
}

const told = (was: Brief, now: Brief, data: DataChange[] = []) =>
  compare(was, now, { data }).map(({ kind, causes }) => [kind, ...causes.map((c) => `${c.kind}: ${c.text}`)])

test('a changed number in an unchanged sentence is told as that', () => {
  const now = brief({
    pars: [['key/change', 'There were 101 officers.', one]],
    figures: { 'officers@kent@2023': cell(101) },
  })
  expect(told(brief(), now)).toEqual([['changed', 'data: officers, Kent, 2023: 100 → 101 (revised)']])
  const [change] = compare(brief(), now)
  expect(change!.words.filter(({ kind }) => kind !== 'same')).toEqual([
    { text: '100', kind: 'removed' },
    { text: '101', kind: 'added' },
  ])
})

test('where the tables are known, the cells are named', () => {
  const now = brief({
    pars: [['key/change', 'There were 101 officers.', one]],
    figures: { 'officers@kent@2023': cell(101) },
  })
  const cells = [{ file: 't.csv', column: 'n', rows: '7' }]
  const data: DataChange[] = [
    { measure: 'officers', area: 'kent', period: '2023', from: 100, to: 101, kind: 'revised', cells },
  ]
  expect(told(brief(), now, data)).toEqual([
    ['changed', 'data: officers, Kent, 2023: 100 → 101 (revised; t.csv, column n, row 7)'],
  ])
})

test('a rank that another area’s figure moved names that area’s cells', () => {
  const parts = (r: number, text: string): Parts => ({
    pars: [['standing/rank', text, place]],
    figures: { 'officers@kent@2023': cell(100), r: rank(r, 'officers@kent@2023') },
    params: { [place]: { place: '@r' } },
  })
  const fix = (b: Brief): Brief => ({
    ...b,
    facts: { [place]: { ...b.facts[place]!, figures: ['r'], params: { place: 'r', rank: b.figures['r']!.value } } },
  })
  const data: DataChange[] = [
    { measure: 'officers', area: 'surrey', period: '2023', from: 5, to: 6, kind: 'revised', cells: [] },
  ]
  const [was, now] = [fix(brief(parts(6, 'It was sixth.'))), fix(brief(parts(7, 'It was seventh.')))]
  expect(told(was, now, data)).toEqual([['changed', 'data: officers, surrey, 2023: 5 → 6 (revised)']])
  // Of another measure, or of a time that the place does not rest on, it is no cause; nor are these the same figures in other words.
  const figure = 'data: rank of officers, Kent, 2023: place 6 → 7, rank 6 → 7'
  expect(told(was, now, [{ ...data[0]!, measure: 'staff' }])).toEqual([['changed', figure]])
  expect(told(was, now, [{ ...data[0]!, period: '2015' }])).toEqual([['changed', figure]])
  expect(told(was, now)).toEqual([['changed', figure]])
})

test('another rule, and a rule that was edited', () => {
  const pars = (rule: string): NonNullable<Parts['pars']> => [[rule, `By ${rule}.`, one]]
  expect(told(brief({ pars: pars('key/a') }), brief({ pars: pars('key/b') }))).toEqual([
    ['changed', 'rule: key/b in place of key/a'],
  ])
  const text = (t: string, hash: string) => brief({ pars: [['key/a', t, one]], rules: { 'key/a': hash } })
  expect(told(text('One.', 'x'), text('Two.', 'y'))).toEqual([['changed', 'rule: key/a was edited']])
  expect(told(text('One.', 'x'), text('Two.', 'x'))).toEqual([
    ['changed', 'wording: the same facts and figures, in other words'],
  ])
})

test('what came in, fell out and moved, with its newsworthiness', () => {
  const [a, b, c] = [
    ['key/a', 'A.', 'level/a/kent/2023'],
    ['long-run/b', 'B.', 'streak/b/kent/2023'],
    ['mix/c', 'C.', 'mix/c/kent/2023'],
  ] as [string, string, string][]
  expect(told(brief({ pars: [a!] }), brief({ pars: [a!, b!] }))).toEqual([
    ['came', 'selection: came in: newsworthiness 10.0'],
  ])
  expect(told(brief({ pars: [a!, b!] }), brief({ pars: [a!] }))).toEqual([
    ['gone', 'selection: fell out: newsworthiness was 10.0'],
  ])
  const scores = { 'streak/b/kent/2023': 30 }
  expect(
    told(brief({ pars: [a!, b!, c!] }), brief({ pars: [a!, c!, b!], scores: { ...scores, 'streak/b/kent/2023': 5 } })),
  ).toEqual([['moved', 'selection: moved: newsworthiness 10.0 → 5.0']])
})

test('a person’s edit is the desk’s, and nothing else is said of it', () => {
  const edit: Edit = {
    par: 1,
    rule: 'key/change',
    facts: [one],
    was: 'There were 100 officers.',
    text: 'Kent had 100.',
    by: 'Ann',
    at: '2024-01-01',
  }
  const now = brief({ pars: [['key/change', 'Kent had 100.', one]], edits: [edit] })
  expect(told(brief(), now)).toEqual([['changed', 'desk: edited by Ann at 2024-01-01']])
  expect(told(now, brief())).toEqual([['changed', 'desk: the words of Ann were taken out']])
})

test('a draft of another year is set beside this one by what it tells', () => {
  const next = brief({
    pars: [['key/change', 'There were 120 officers.', 'change/officers/kent/2024']],
    figures: { 'officers@kent@2024': cell(120) },
    period: '2024',
  })
  const [change] = compare(brief(), next)
  expect(change).toMatchObject({ kind: 'changed', was: { index: 1 }, now: { index: 1 } })
})

test('of another year, the figures are told as other figures', () => {
  const of = (year: number, value: number): Brief => {
    const [id, n] = [`change/officers/kent/${year}`, `officers@kent@${year}`]
    return brief({
      pars: [['key/change', `There were ${value} officers.`, id]],
      figures: { [n]: cell(value) },
      params: { [id]: { now: n } },
      period: `${year}`,
    })
  }
  expect(told(of(2023, 100), of(2024, 120))).toEqual([
    ['changed', 'data: change of officers, Kent, 2024 in place of 2023: now 100 → 120'],
  ])
})

test('of ten thousand lines that stand the other way round, all but one have moved', () => {
  const lines = Array.from({ length: 10_000 }, (_, i): [string, string, string] => [
    'line/a',
    `A${i}.`,
    `level/a/a${i}/1`,
  ])
  const changes = compare(brief({ pars: lines }), brief({ pars: [...lines].reverse() }))
  expect(changes).toHaveLength(9_999)
})

const word = fc.constantFrom(
  'officers',
  'rose',
  'by',
  '3,841',
  '5.1',
  'in',
  'Kent',
  'the',
  '%',
  ',',
  '.',
  'St Helens',
  "O'Neill",
)
const text = fc.array(word, { maxLength: 14 }).map((words) => words.join(' '))

test('the words without what was added are the old text, and without what was removed the new', () => {
  fc.assert(
    fc.property(text, text, (was, now) => {
      const words = wordsOf(was, now)
      const without = (kind: string) =>
        words
          .filter((w) => w.kind !== kind)
          .map((w) => w.text)
          .join('')
      expect(without('added')).toBe(was)
      expect(without('removed')).toBe(now)
    }),
  )
})

test('a draft beside itself has no changes', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (texts) => {
      const same = brief({ pars: texts.map((t, i) => [`key/${i}`, t || 'x', `level/m${i}/kent/2023`]) })
      expect(compare(same, same)).toEqual([])
    }),
  )
})

test('an edited copy: what was changed, taken out and written is the desk’s', () => {
  const source = brief({
    pars: [
      ['key/a', 'One.', 'a/a/kent/1'],
      ['key/b', 'Two.', 'b/b/kent/1'],
      ['key/c', 'Three.', 'c/c/kent/1'],
    ],
  })
  const blocks = [...blocksOf(source)]
  blocks[2] = { kind: 'par', text: 'Too.' }
  blocks.splice(3, 1)
  blocks.push({ kind: 'par', text: 'Four.' })
  const changes = compareEdited(source, blocks)
  expect(changes.map(({ kind, was, now }) => [kind, was?.text, now?.text])).toEqual([
    ['changed', 'Two.', 'Too.'],
    ['changed', 'Three.', 'Four.'],
  ])
  expect(compareEdited(source, blocksOf(source))).toEqual([])
})
