import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factsOf, many, type Series } from '../fixtures/found.ts'

test('a level is told, also where it is none, and refused with the reason where there is no value', () => {
  expect(factsOf({ north: [5, 0] }, { area: 'north' }).claim('level')).toMatchObject({ none: true })
  expect(factsOf({ north: [5, 6] }, { area: 'north' }).claim('level')).toMatchObject({ none: false })
  const refused = factsOf({ north: [5, '[c]'] }, { area: 'north' }).found.refusals.find(({ kind }) => kind === 'level')
  expect(refused).toMatchObject({ guard: 'no-value', seen: 'suppressed' })
})

const cell = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 40, max: 90 }) }, { weight: 1, arbitrary: fc.constantFrom('', '[c]', '60 [b]', '60.4') }) // biome-ignore format: a cell
const series = (years: number) => fc.array(cell, { minLength: years, maxLength: years })

test('nothing later than the period told of is looked at', () => {
  fc.assert(
    fc.property(fc.array(series(9), { minLength: 2, maxLength: 4 }), fc.integer({ min: 1, max: 8 }), (rows, last) => {
      const all: Series = Object.fromEntries(rows.map((row, i) => [`p${i}`, row]))
      // Blank cells stand for years that are in the file, so that both tables have the same periods up to then.
      const cut: Series = Object.fromEntries(rows.map((row, i) => [`p${i}`, row.slice(0, last)]))
      for (const area of ['p0', undefined]) {
        const where = area === undefined ? {} : { area }
        const then = factsOf(all, { ...where, year: 2009 + last }).found
        const known = factsOf(cut, { ...where, year: 2009 + last }).found
        expect(then.claims).toEqual(known.claims)
        expect(then.refusals).toEqual(known.refusals)
        const values = (found: typeof then) => [...found.figures].map(([id, { value, unit }]) => [id, value, unit])
        expect(values(then)).toEqual(values(known))
      }
    }),
    { numRuns: 40 },
  )
})

test('ids of claims and figures are made of meaning: no two claims share one', () => {
  const { found } = factsOf(many(12, [100, 90, 95, 99, 120]), { area: 'p3' })
  expect(new Set(found.claims.map(({ id }) => id)).size).toBe(found.claims.length)
  for (const claim of found.claims) for (const id of claim.figures) expect(found.figures.has(id)).toBe(true)
})

test('every figure is made of figures that are there, down to observations', () => {
  const { found } = factsOf(many(12, [100, 90, 95, 99, 120]), { area: 'p3' })
  for (const { how } of found.figures.values()) {
    const of = how.op === 'observation' || how.op === 'cells' ? [] : (how.of ?? [])
    for (const id of of) expect(found.figures.has(id)).toBe(true)
  }
})
