import { expect, test } from 'vitest'
import { factsOf } from '../../src/draft.ts'
import { realEffects } from '../../src/effects.ts'
import { prepare } from '../../src/pipeline.ts'
import { removeEchoes } from '../../src/select/redundancy.ts'
import { library, workforce } from '../fixtures/desk.ts'

const desk = await workforce()
const order = prepare(desk, library, realEffects(), { edition: 'local' })
const of = (key: string) =>
  factsOf(
    desk,
    order,
    desk.table.areas.findIndex((a) => a.key === key),
  ).facts
const score = (key: string, id: string) => of(key).find((f) => f.id === id)?.newsworthiness

test('every fact says why it weighs what it weighs', () => {
  for (const key of ['hertfordshire', 'city-of-london', 'england-and-wales']) {
    for (const { newsworthiness, id } of of(key)) {
      expect(newsworthiness.because.join(), id).not.toBe('')
      expect(Number.isFinite(newsworthiness.score) && newsworthiness.score >= 0, id).toBe(true)
    }
  }
})

test('what most areas share weighs less, and says of how many', () => {
  const here = score('hertfordshire', 'record/officers/hertfordshire/2023/highest')
  const nation = score('england-and-wales', 'record/officers/england-and-wales/2023/highest')
  expect(here!.score).toBeLessThan(nation!.score)
  expect(here!.because.join()).toContain('24 of 43')
})

test('one of two against the rest outweighs a record, and first of all a middling rank', () => {
  const against = score('lincolnshire', 'spread/officers/lincolnshire/2023/against')!
  expect(against.score).toBeGreaterThan(score('hertfordshire', 'record/officers/hertfordshire/2023/highest')!.score)
  const first = score('city-of-london', 'rank/officers/city-of-london/2023/percent-large')!
  expect(first.score).toBeGreaterThan(score('hertfordshire', 'rank/officers/hertfordshire/2023/percent-large')!.score)
})

test('echoes are taken out: headcount beside full-time equivalent, the farther end of a rank, a change told as a peak', () => {
  for (const { key } of desk.release.areas.listed) {
    const kept = removeEchoes(desk.release, of(key))
    expect(kept.filter((f) => f.measure === 'officers-headcount')).toEqual([])
    expect(kept.filter((f) => f.kind === 'peak' && f.params['lately'])).toEqual([])
    const ends = kept.filter((f) => f.kind === 'rank' && f.params['by'] === 'percent').map((f) => f.measure)
    expect(new Set(ends).size).toBe(ends.length)
  }
})

test('what is kept is in order, strongest first', () => {
  const scores = removeEchoes(desk.release, of('kent')).map((f) => f.newsworthiness.score)
  expect(scores).toEqual([...scores].sort((a, b) => b - a))
})
