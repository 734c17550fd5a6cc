import { expect, test } from 'vitest'
import { counterpart } from '../../src/corrections/counterpart.ts'
import { movedGrade } from '../../src/corrections/moved.ts'
import { withRightFigures } from '../../src/corrections/right-figures.ts'
import type { Pair } from '../../src/diff/align.ts'
import type { Brief, Span } from '../../src/prose/brief.ts'
import type { Finding } from '../../src/verify/finding.ts'
import { sentencesOf } from '../../src/verify/sentences.ts'
import { between, draftOf, officers, workforce } from './revised.ts'

const change = 'change/officers/kent/2023'
const ref = 'officers@kent@2023'

interface Made {
  text: string
  figure?: { value: number; unit?: string; printed?: string }
  facts?: string[]
}

/** A brief of one paragraph, in which one figure is printed. */
function made({ text, figure = { value: 100 }, facts = [change] }: Made): Brief {
  const { value, unit = 'headcount', printed } = figure
  const start = printed === undefined ? -1 : text.indexOf(printed)
  const spans: Span[] = start < 0 ? [] : [{ start, end: start + printed!.length, kind: 'figure', ref }]
  const fact = { id: change, params: {}, figures: [ref], newsworthiness: { score: 1, because: [] } }
  return {
    period: { id: '2023' },
    headline: { text: 'Officers', spans: [] },
    pars: [{ slot: 'key', rule: 'key/change', text, spans, facts }],
    figures: { [ref]: { value, unit, how: { op: 'cells' } } },
    facts: Object.fromEntries(facts.map((id) => [id, { ...fact, id }])),
  } as unknown as Brief
}

const place = ({ pars: [par] }: Brief) => ({
  index: 1,
  slot: par!.slot,
  text: par!.text,
  rule: par!.rule,
  facts: par!.facts,
})
const pairOf = (was: Brief, now: Brief): Pair => ({ was: place(was), now: place(now), moved: false })
const finding = (text: string, of: Brief, verdict: Finding['verdict']): Finding => {
  const start = of.pars[0]!.text.indexOf(text)
  return { block: 1, start, end: start + text.length, text, verdict, sort: 'number', says: '', why: '', right: null }
}

function gradeOf(a: Made, b: Made, verdict: Finding['verdict'] | null = 'unchecked', n = 0) {
  const [was, now] = [made(a), made(b)]
  const read = verdict && a.figure?.printed ? [finding(a.figure.printed, was, verdict)] : []
  return movedGrade(was, now, pairOf(was, now), sentencesOf(a.text)[n]!, read)
}

const told: Made = { text: 'There were 100 of them.', figure: { value: 100, printed: '100' } }

test('a figure that nothing could check, and that is printed otherwise now, is a number that changed', () => {
  const now = { text: 'There were 112 of them.', figure: { value: 112, printed: '112' } }
  expect(gradeOf(told, now)).toBe('number')
  expect(gradeOf(told, now, null)).toBe('number')
})

test('a place among others is more than a number', () => {
  const [was, now] = ['third', 'fourth'].map((printed, i) => ({
    text: `It came ${printed}.`,
    figure: { value: 3 + i, unit: 'rank', printed },
  }))
  expect(gradeOf(was!, now!)).toBe('claim-gone')
})

test('so is one that the new version does not print in that place, if it would be printed otherwise', () => {
  const other = { text: 'Nearly all of them were there.' }
  expect(gradeOf(told, { ...other, figure: { value: 104 } })).toBe('number')
  expect(gradeOf(told, { ...other, figure: { value: 100.4 } })).toBe('wording')
})

test('a figure that the read-back bears out, printed otherwise about a hedge, is words alone', () => {
  const was = { text: 'There were about 100 of them.', figure: { value: 99, printed: 'about 100' } }
  const now = { text: 'There were nearly 102 of them.', figure: { value: 101.5, printed: 'nearly 102' } }
  expect(gradeOf(was, now, 'holds')).toBe('wording')
  expect(gradeOf(was, now, 'unchecked')).toBe('number')
})

test('other words for the same facts are a consequence only where the facts moved', () => {
  const now = { text: 'Of them there were 100.', figure: { value: 100.2, printed: '100' } }
  expect(gradeOf(told, now, 'holds')).toBe('wording')
  expect(gradeOf(told, { ...now, figure: { value: 100, printed: '100' } }, 'holds')).toBeNull()
  expect(gradeOf(told, { ...told, figure: { value: 100.2, printed: '100' } }, 'holds')).toBeNull()
  // Other facts are told there: the old text fell out of the selection.
  expect(gradeOf(told, { ...now, facts: [change, 'rank/officers/kent/2023'] }, 'holds')).toBeNull()
})

test('of two sentences only the one that the figure stands in', () => {
  const was = { text: 'It was cold. There were 100 of them.', figure: { value: 100, printed: '100' } }
  const now = { text: 'It is warm. Of them there were 100.', figure: { value: 100.2, printed: '100' } }
  expect([0, 1].map((n) => gradeOf(was, now, 'holds', n))).toEqual([null, 'wording'])
})

test('a sentence stands for the one it is most like, and one left over for none', () => {
  const instead = (was: string, now: string) =>
    sentencesOf(was).map((s) => counterpart(pairOf(made({ text: was }), made({ text: now })), s))
  const place3 = 'It was the third biggest rise of the 43 forces.'
  const nation = 'Across the nation the number rose by 5%, to 147,430.'
  expect(instead(`${place3} ${nation}`, nation.replace('430', '390'))).toEqual([null, nation.replace('430', '390')])
  expect(instead(`${place3} ${nation}`, `${nation} ${place3.replace('third', 'fourth')}`)).toEqual([
    place3.replace('third', 'fourth'),
    null,
  ])
  expect(instead(place3, `${nation} ${place3}`)).toEqual([`${nation} ${place3}`])
  expect(instead(place3, place3)).toEqual([null])
  // Another paragraph altogether stands for neither of two.
  expect(instead(`${place3} ${nation}`, 'Leavers grew.')).toEqual([null, null])
})

test('a figure is put in only where the read-back bears out what comes of it', async () => {
  const desk = await workforce()
  const was = draftOf(desk, 'norfolk')
  const par = was.pars.findIndex(({ text }) => text.includes('1,897'))
  const text = was.pars[par]!.text.replace('1,897', '1,890')
  const wrong = { ...was, pars: was.pars.map((p, i) => (i === par ? { ...p, text } : p)) }
  const start = text.indexOf('1,890')
  const put = (shown: string) => {
    const right = { shown, cells: [] }
    const fell = { ...finding('1,890', wrong, 'wrong'), block: par + 1, start, end: start + 5, right }
    return withRightFigures(wrong, par + 1, sentencesOf(text)[0]!, [fell], between(desk, desk).evidence.now)
  }
  expect(put(Math.round(officers('Norfolk').get(2023)!).toLocaleString('en-GB'))).toBe(text.replace('1,890', '1,897'))
  expect(put('1,899')).toBeNull()
})
