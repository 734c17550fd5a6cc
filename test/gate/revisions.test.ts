import { expect, test } from 'vitest'
import { at, before, changed, found, now, type Row, rows } from './made-up.ts'

const was = (i: number, year: number, kind: string): number => Number(rows().find(at(year, i, kind))!.heads)

test('each figure of an earlier period that changed is listed, the biggest first', () => {
  const one = changed(at(2020, 5, 'Officer'), (r) => ({ heads: Number(r.heads) + 10 }))
  const { kinds, findings } = found(changed(at(2018, 7, 'Staff'), (r) => ({ heads: Number(r.heads) * 2 }), one))
  expect(kinds).toEqual(['look revised'])
  const [first, second] = findings[0]!.revisions!
  const staff = was(7, 2018, 'Staff')
  expect(first).toMatchObject({ measure: 'staff', area: 'P07', period: '2018', from: staff, to: staff * 2 })
  expect(first!.says).toContain('P07, staff, 31 December 2018')
  expect(first!.where.rows).toMatch(/^\d+$/)
  expect(second).toMatchObject({ measure: 'officers', area: 'P05', period: '2020' })
  expect(findings[0]!.text).toMatch(
    /^2 of 336 earlier figures changed \(0\.6%\), in 31 December 2018 and 31 December 2020\.$/,
  )
})

test('a figure that was withdrawn, or filled in, is a revision to or from nothing', () => {
  const gone = found(changed(at(2020, 5, 'Officer'), () => ({ heads: '[x]' })))
  expect(gone.findings[0]!.revisions![0]).toMatchObject({ from: was(5, 2020, 'Officer'), to: null })
  const filled = found(rows(), before(changed(at(2020, 5, 'Officer'), () => ({ heads: '[x]' }))))
  expect(filled.findings[0]!.revisions![0]).toMatchObject({ from: null, to: was(5, 2020, 'Officer') })
})

test('more than a twentieth of the back series is another series', () => {
  const some = (most: number) => (r: Row) =>
    r.year < now && r.year > 2016 && Number(r.area.slice(1)) < most && r.kind === 'Staff'
  const off = (r: Row) => ({ heads: Number(r.heads) + 7 + (r.year % 3) })
  expect(found(changed(some(2), off)).kinds).toEqual(['look revised'])
  expect(found(changed(some(4), off)).kinds).toEqual(['stop back-series'])
})

test('provisional figures may all be revised', () => {
  const then = before(changed((r) => r.year === 2022, (r) => ({ heads: `${r.heads} [p]` }))) // biome-ignore format: a call
  const after = changed((r) => r.year === 2022, (r) => ({ heads: Number(r.heads) + 3 + (Number(r.heads) % 5) })) // biome-ignore format: a call
  expect(found(after, then).kinds).toEqual(['look revised'])
  expect(found(after).kinds).toEqual(['stop back-series'])
})

test('figures that were rounded are to be looked at, and no more', () => {
  const then = before().map((r) => ({ ...r, heads: Number(r.heads) + 0.3 }))
  expect(found(rows(), then).kinds).toEqual(['look revised'])
})

test.each([0.001, 0.01, 0.1, 10, 100, 1000])('a measure multiplied by %d throughout is said to be', (factor) => {
  const to = (r: Row) => ({ heads: Math.round(Number(r.heads) * factor * 1000) / 1000 })
  const { kinds, findings } = found(changed((r) => r.kind === 'Officer', to))
  expect(kinds).toEqual(['stop scaled', 'stop back-series'])
  const times =
    factor > 1
      ? `multiplied by ${factor.toLocaleString('en-GB')}`
      : `divided by ${(1 / factor).toLocaleString('en-GB')}`
  expect(findings[0]!.text).toBe(`Every earlier figure of officers is ${times}.`)
})

test('a measure on another base is said to be', () => {
  const to = (r: Row) => ({ heads: (Number(r.heads) * 1.04).toFixed(2) })
  const { findings } = found(changed((r) => r.kind === 'Officer', to))
  expect(findings[0]).toMatchObject({ kind: 'scaled', text: 'Every earlier figure of officers is multiplied by 1.04.' })
  expect(findings[0]!.todo).toContain('another base')
})
