import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AreaCells, type AreasCells, type Cells, joined } from '../fixtures/joined.ts'

const number = (min: number, max: number) => fc.integer({ min, max })
const cell = (min: number, max: number) =>
  fc.oneof({ weight: 12, arbitrary: number(min, max) }, { weight: 1, arbitrary: fc.constantFrom('', '[c]', `${max} [b]`, null) }) // biome-ignore format: a cell
const years = 7
const row = (min: number, max: number) => fc.array(cell(min, max), { minLength: years, maxLength: years })
const area = fc.record({
  resigned: row(20, 90),
  retired: row(20, 90),
  joiners: row(40, 200),
  short: row(20, 90),
  long: row(20, 90),
  officers: row(45, 3000),
  inShort: row(20, 900),
  inLong: row(20, 900),
  extra: row(80, 120),
  target: row(90, 110),
  extraFirst: row(80, 120),
})
/** Every series to some year. A stock on a day is known at its end: one more of those that are set at its start. */
const cut = (areas: AreasCells, to: number): AreasCells => {
  const starts = new Set(['officers', 'inShort', 'inLong'])
  const until = (key: string, cells: Cells) => cells.slice(0, starts.has(key) ? to + 1 : to)
  const one = (cells: AreaCells) =>
    Object.fromEntries(Object.entries(cells).map(([key, row]) => [key, until(key, row)]))
  return Object.fromEntries(Object.entries(areas).map(([name, cells]) => [name, one(cells)]))
}

/** Rows that anchor every year, so that two tables have the same periods up to now. */
const anchored = (areas: AreasCells): AreasCells => ({
  ...areas,
  anchor: {
    ...Object.fromEntries(
      ['resigned', 'retired', 'joiners', 'short', 'long', 'extra', 'target'].map((k) => [k, Array(years).fill(100)]),
    ),
    officers: Array(years).fill(1000),
  },
})

test('periods that are appended later, or changed, change no claim, no refusal and no figure', () => {
  fc.assert(
    fc.property(fc.array(area, { minLength: 2, maxLength: 3 }), number(1, years - 1), (rows, to) => {
      const all = anchored(Object.fromEntries(rows.map((cells, i) => [`p${i}`, cells])))
      const period = `${2009 + to}/${10 + to}`
      for (const who of ['p0', 'everywhere']) {
        const then = joined(all, { area: who, period })
        const known = joined(cut(all, to), { area: who, period })
        expect(then.found.claims).toEqual(known.found.claims)
        expect(then.found.refusals).toEqual(known.found.refusals)
        const values = (found: typeof then) =>
          [...found.found.figures].map(([id, { value, unit }]) => [id, value, unit])
        expect(values(then)).toEqual(values(known))
      }
    }),
    { numRuns: 25 },
  )
})

test('every figure of a claim is made of figures that are there, and no two claims share an id', () => {
  fc.assert(
    fc.property(fc.array(area, { minLength: 2, maxLength: 3 }), (rows) => {
      const all = Object.fromEntries(rows.map((cells, i) => [`p${i}`, cells]))
      const { found } = joined(all, { area: 'p0' })
      expect(new Set(found.claims.map(({ id }) => id)).size).toBe(found.claims.length)
      for (const { figures } of found.claims) for (const id of figures) expect(found.figures.has(id), id).toBe(true)
      for (const { value, how } of found.figures.values()) {
        expect(Number.isFinite(value)).toBe(true)
        const of = how.op === 'observation' || how.op === 'cells' ? [] : (how.of ?? [])
        for (const id of of) expect(found.figures.has(id), id).toBe(true)
      }
    }),
    { numRuns: 25 },
  )
})
