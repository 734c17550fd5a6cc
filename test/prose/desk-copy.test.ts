import { expect, test } from 'vitest'
import type { Par } from '../../src/prose/brief.ts'
import { addDeskCopy } from '../../src/prose/desk-copy.ts'
import type { DeskFile } from '../../src/release/desk-file.ts'

const par = (slot: string): Par => ({ text: `Of ${slot}.`, spans: [], slot, rule: `${slot}/plain`, facts: [] })
const story = [par('intro'), par('key'), par('balance')]
const about = { area: 'kent', isWhole: false, period: '2023/24' }
const nothing: DeskFile = { quotes: [], background: [], figures: [], notes: [] }
const quote = { words: 'We said so.', speaker: 'Ann Other', office: 'chair of the board', for: 'all' as const }
const added = (desk: Partial<DeskFile>, of = about) => addDeskCopy(story, { ...nothing, ...desk }, of)
const texts = (desk: Partial<DeskFile>, of = about) => added(desk, of).pars.map((p) => p.text)

test('a quote is passed on to the letter, with who said it', () => {
  const words = 'It’s — "bad",  say we; £1.5m & gov.uk… [sic] {{n x}}'
  const [, , , said] = added({ quotes: [{ ...quote, words }] }).pars
  expect(said?.text).toBe(`Ann Other, chair of the board, said: "${words}"`)
  expect(said).toMatchObject({ slot: 'quote', rule: 'desk/quote', facts: [] })
  expect(said?.spans).toEqual([{ start: 0, end: said?.text.length, kind: 'quote', ref: 'desk/quotes/0' }])
})

test('without an office the speaker stands alone', () => {
  const { office: _, ...alone } = quote
  expect(texts({ quotes: [alone] }).at(-1)).toBe('Ann Other said: "We said so."')
})

test('a quote of several paragraphs opens each and closes the last', () => {
  expect(texts({ quotes: [{ ...quote, words: ['One.', 'Two.', 'Three.'] }] }).slice(3)).toEqual([
    'Ann Other, chair of the board, said: "One.',
    '"Two.',
    '"Three."',
  ])
})

test('it stands after the slot it names, behind what the desk put there before; without one, at the end', () => {
  const background = [
    { text: 'First.', for: 'all' as const, after: 'key' },
    { text: 'Second.', for: 'all' as const, after: 'key' },
    { text: 'Last.', for: 'all' as const, after: 'no such slot' },
  ]
  expect(texts({ background })).toEqual(['Of intro.', 'Of key.', 'First.', 'Second.', 'Of balance.', 'Last.'])
})

test.each([
  ['all', {}, true],
  ['areas', {}, true],
  ['whole', {}, false],
  [['kent'], {}, true],
  [['essex'], {}, false],
  ['all', { period: '2023/24' }, true],
  ['all', { period: '2022/23' }, false],
] as const)('for %j, %j: %s', (whom, more, isThere) => {
  const to = typeof whom === 'string' ? whom : [...whom]
  expect(texts({ background: [{ text: 'Here.', for: to, ...more }] }).includes('Here.')).toBe(isThere)
})

test('what is for the whole stands in its story alone', () => {
  const whole = { area: 'nation', isWhole: true, period: '2023/24' }
  expect(texts({ quotes: [{ ...quote, for: 'whole' }] }, whole)).toHaveLength(4)
  expect(texts({ quotes: [{ ...quote, for: 'areas' }] }, whole)).toHaveLength(3)
})

test('a figure of another source names it, has a fact that says so, and is not checked', () => {
  const figure = { key: 'in-post', value: 12212, says: 'officers were in post', on: 'in May', source: 'the force' }
  const { pars, facts, figures } = added({ figures: [{ ...figure, for: 'all' }] })
  const last = pars.at(-1)!
  expect(last.text).toBe('A total of 12,212 officers were in post in May, according to the force.')
  const [fact] = Object.values(facts)
  expect(last.facts).toEqual([fact?.id])
  expect(fact?.caveats.join()).toMatch(/the force, and not checked.*12,212/)
  expect(Object.values(figures)).toMatchObject([{ value: 12212, how: { op: 'desk', source: 'the force' } }])
  const span = last.spans.find((s) => s.kind === 'figure')!
  expect(last.text.slice(span.start, span.end)).toBe('12,212')
})

test('notes and the analyst go to the editors; that it is unchecked is said where something was put in', () => {
  expect(added({}).notes).toEqual([])
  expect(added({ analyst: 'the agency', notes: [{ text: 'Call first.', for: 'all' }] }).notes).toEqual([
    'Analysis: the agency.',
    'Call first.',
  ])
  expect(added({ quotes: [quote] }).notes.join()).toMatch(/not checked/)
})

test('the story itself is left as it was', () => {
  const before = JSON.stringify(story)
  added({ quotes: [quote], background: [{ text: 'B.', for: 'all', after: 'intro' }] })
  expect(JSON.stringify(story)).toBe(before)
})
