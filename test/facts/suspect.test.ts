import { expect, test } from 'vitest'
import { factsIn } from '../fixtures/found.ts'
import { type Changes, definition, place, words } from '../fixtures/small.ts'

const names = ['north', 'south', 'east', 'west', 'mid']
const list: Changes = { list: 'places', level: 'place', expect: 5, areas: names.map((n) => place(n)) }
const officers = (definition['measures'] as Changes)['officers'] as Changes
const changes: Changes = {
  measures: {
    officers: { ...officers, value: 'FTE', unit: 'fte', twin: 'heads' },
    heads: { ...officers, value: 'Heads', role: 'supplement', words: words('heads') },
  },
}

/** Five areas over five years, all at 97% of their headcount; one value of north's may be another. */
function facts(area: string, fte: Readonly<Record<number, number>> = {}, year?: number) {
  const rows = names.flatMap((name, a) =>
    [0, 1, 2, 3, 4].map((i) => {
      const heads = 1000 + a * 100 + i * (20 + a)
      const full = (name === 'north' ? fte[2010 + i] : undefined) ?? heads * 0.97
      return `${2010 + i},${name.charAt(0).toUpperCase()}${name.slice(1)},${full},${heads}`
    }),
  )
  const csv = `Year,Area,FTE,Heads\n${rows.join('\n')}\n`
  return factsIn(csv, list, { area, changes, ...(year === undefined ? {} : { year }) })
}

test('a full-time equivalent far off its headcount is a suspect, one near it is not', () => {
  expect(facts('north').table.suspects).toEqual([])
  // 1,040 heads at the usual 97% are 1,009; fifteen per cent less is 857.
  expect(facts('north', { 2012: 860 }).table.suspects).toEqual([])
  expect(facts('north', { 2012: 850 }).table.suspects).toMatchObject([{ area: 0, period: 2, instead: 1040 }])
  expect(facts('north', { 2012: 1200 }).table.suspects).toHaveLength(1)
})

test('no change is told to a suspect or from it, by its area or by the whole', () => {
  for (const year of [2012, 2013]) {
    for (const area of ['north', 'everywhere']) {
      const found = facts(area, { 2012: 800 }, year)
      expect(found.claim('change'), `${area} ${year}`).toBeUndefined()
      expect(found.guards('change')).toContain('suspect-value')
    }
  }
  expect(facts('north', { 2012: 800 }, 2014).claim('change')).toMatchObject({ direction: 'up' })
  expect(facts('north', {}, 2012).claim('change')).toMatchObject({ direction: 'up' })
})

test('how many there are is told all the same', () => {
  expect(facts('north', { 2012: 800 }, 2012).claim('level')).toMatchObject({ none: false })
})

test('a record stands that is one whichever value is right, and a lowest that is the suspect does not', () => {
  // In 2010 it may have been 1,000: less than now, and less than the year before now.
  const found = facts('north', { 2010: 700 })
  expect(found.claim('record', 'highest')).toMatchObject({ joint: false, previousPeriod: '2013' })
  expect(found.claim('peak', 'trough')).toBeUndefined()
  expect(facts('north').claim('peak', 'trough')).toMatchObject({ thenPeriod: '2010' })
})

test('a record that the other value would break is refused', () => {
  // In 2012 it may have been 1,040, which is more than the 1,030 of now.
  const found = facts('north', { 2012: 800, 2013: 1020, 2014: 1030 })
  expect(found.claim('record', 'highest')).toBeUndefined()
  expect(found.guards('record')).toContain('suspect-value')
})

test('a run of rises ends where it meets a suspect', () => {
  expect(facts('north').claim('streak')).toMatchObject({ length: 4 })
  expect(facts('north', { 2012: 800 }).claim('streak')).toBeUndefined()
})

test('no area is ranked among one that is suspect now or the period before, and all are again after that', () => {
  for (const year of [2012, 2013])
    expect(facts('south', { 2012: 800 }, year).claim('rank', 'percent-large')).toBeUndefined()
  expect(facts('south', { 2012: 800 }, 2014).claim('rank', 'percent-large')).not.toBe(undefined)
})

test('what is only known later is not known yet', () => {
  expect(facts('north', { 2012: 800 }, 2011).found.claims).toEqual(facts('north', {}, 2011).found.claims)
})
