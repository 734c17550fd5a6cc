import { expect, test } from 'vitest'
import { kindOf } from '../../src/corrections/kind.ts'
import type { Grade } from '../../src/diff/consequence.ts'
import type { Brief } from '../../src/index.ts'
import { draftOf, workforce } from './revised.ts'

const was = draftOf(await workforce(), 'kent')
const with1 = (change: (brief: Brief) => void): Brief => {
  const copy = structuredClone(was)
  change(copy)
  return copy
}
const graded = (...grades: Grade[]) => grades.map((grade) => ({ grade }))

test('the same words and notes are nothing to deliver', () => {
  expect(kindOf(was, structuredClone(was), [])).toBeNull()
})

test('other words, or another note, are an update', () => {
  const other = with1((b) => Object.assign(b.pars[0]!, { text: `${b.pars[0]!.text} So it goes.` }))
  expect(kindOf(was, other, [])).toBe('update')
  expect(kindOf(was, other, graded('wording'))).toBe('update')
  expect(
    kindOf(
      was,
      with1((b) => b.caveats.push('A note.')),
      [],
    ),
  ).toBe('update')
  expect(
    kindOf(
      was,
      with1((b) => b.pars.pop()),
      [],
    ),
  ).toBe('update')
})

test.each(['claim-gone', 'direction', 'number'] as const)('a consequence of %s is a correction', (grade) => {
  expect(kindOf(was, structuredClone(was), graded('wording', grade))).toBe('correction')
})

test('a figure printed otherwise in a place that tells the same facts is a correction, found or not', () => {
  const id = 'officers@kent@2023'
  const par = was.pars.findIndex(({ spans }) => spans.some(({ ref }) => ref === id))
  const span = was.pars[par]!.spans.find(({ ref }) => ref === id)!
  const printed = was.pars[par]!.text.slice(span.start, span.end)
  const moved = (by: number, text: string) =>
    with1((b) => {
      b.figures[id]!.value += by
      b.pars[par]!.text = b.pars[par]!.text.slice(0, span.start) + text + b.pars[par]!.text.slice(span.end)
    })
  expect(printed).toBe('4,203')
  expect(kindOf(was, moved(10, '4,213'), [])).toBe('correction')
  expect(kindOf(was, moved(0.01, '4,203'), [])).toBeNull()
  // Of another period it is another figure.
  expect(kindOf(was, { ...moved(10, '4,213'), period: { ...was.period, id: '2024' } }, [])).toBe('update')
})
