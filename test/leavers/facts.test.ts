import { describe, expect, test } from 'vitest'
import { factsOf } from '../../src/index.ts'
import { openDesk, orderOf, settled, years } from './desk.ts'
import { falseFact } from './facts.ts'
import { essexAtFault, standsOnFault } from './faulty.ts'
import { falseFigure } from './figures.ts'
import { Reckon } from './reckon.ts'
import { Rows } from './rows.ts'

const rows = new Rows()
const reckon = new Reckon(rows)
const other = essexAtFault(rows)
const desk = await openDesk()

/** What is false, as far as a screen holds it. */
const shortened = (wrong: string[]): string[] =>
  wrong.length > 20 ? [...wrong.slice(0, 20), `and ${wrong.length - 20} more`] : wrong

test('every force, and no other, is in the tables', () => {
  expect(desk.table.areas.map((a) => a.key)).toEqual([...reckon.keys(), 'england-and-wales'])
})

describe.each(years)('all that is found of the year to March %i', (year) => {
  const order = orderOf(desk, year)
  const found = desk.table.areas.map((_, area) => factsOf(desk, order, area).found)

  test('every fact is true by a reckoning of its own', () => {
    const claims = found.flatMap((f) => f.claims)
    expect(claims.length).toBeGreaterThan(1000)
    expect(shortened(claims.flatMap((c) => falseFact(c, year, reckon).map((why) => `${c.id}: ${why}`)))).toEqual([])
  })

  test('every figure is what its id means, and what its cells or its formula make', () => {
    // A figure of the whole is found with every area: it is reckoned once, and must be the same each time.
    const seen = new Map<string, number>()
    const wrong = found.flatMap(({ figures }) =>
      [...figures].flatMap(([id, figure]) => {
        if (seen.has(id)) return Object.is(seen.get(id), figure.value) ? [] : [`${id}: is two values`]
        seen.set(id, figure.value)
        const known = settled(desk, id, figure)
        if (known === null) return [`${id}: names the observation of another`]
        return falseFigure(id, known, year, (one) => figures.get(one) as typeof known, reckon).map(
          (why) => `${id}: ${why}`,
        )
      }),
    )
    expect(seen.size).toBeGreaterThan(500)
    expect(shortened(wrong)).toEqual([])
  })

  test('every figure of a fact is there', () => {
    const wrong = found.flatMap(({ claims, figures }) =>
      claims.flatMap((c) => c.figures.filter((id) => !figures.has(id)).map((id) => `${c.id}: ${id}`)),
    )
    expect(wrong).toEqual([])
  })

  test('no two facts have one id', () => {
    const ids = found.flatMap((f) => f.claims.map((c) => c.id))
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('nothing but how many there are rests on a figure that is a likely fault in the data', () => {
    expect(shortened(found.flatMap((f) => standsOnFault(f.claims, year, reckon, other)))).toEqual([])
  })
})
