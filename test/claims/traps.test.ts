import { expect, test } from 'vitest'
import { draft } from '../../src/draft.ts'
import { realEffects } from '../../src/effects.ts'
import { findFacts, standingsOf } from '../../src/facts/facts.ts'
import { open, prepare } from '../../src/pipeline.ts'
import type { Brief } from '../../src/prose/brief.ts'
import { at, measureIndex, type Table } from '../../src/table/table.ts'
import { after, draftOf, leavers, library } from '../fixtures/desk.ts'
import { wanted } from './claims.ts'

// Each claim of the three stories has a way to go wrong; each is shut here.
const desk = await leavers()
const brief = (area: string, edition: string, period: string): Brief => draftOf(desk, area, { edition, period })
const A = brief('england-and-wales', 'national', '2023/24')
const B = brief('england-and-wales', 'national', '2022/23')
const C = brief('hertfordshire', 'local', '2020/21')
const text = (b: Brief): string => b.pars.map((p) => p.text).join('\n')

/** The table with some values changed, the whole left as it is. */
function changed(changes: { measure: string; area: string; period: string; value: number }[]): Table {
  const values = desk.table.values.slice()
  for (const { measure, area, period, value } of changes) {
    const a = desk.table.areas.findIndex((one) => one.key === area)
    const p = desk.table.periods.findIndex((one) => one.id === period)
    values[at(desk.table, measureIndex(desk.table, measure), a, p)] = value
  }
  return { ...desk.table, values }
}
function factsIn(table: Table, area: string, period: string) {
  const p = table.periods.findIndex((one) => one.id === period)
  const a = table.areas.findIndex((one) => one.key === area)
  return findFacts(desk.release, table, a, p, standingsOf(desk.release, table, p))
}
const rankOf = (table: Table, area = 'hertfordshire') =>
  factsIn(table, area, '2020/21').claims.find(
    (c) => c.id.startsWith('rank/resignation-share') && c.params['end'] === 'large',
  )

test('17 years is the later year less the earlier, whatever the number of figures between', () => {
  const record = Object.values(A.facts).find((f) => f.kind === 'record' && f.measure === 'resignations')!
  expect(A.figures[String(record.params['years'])]?.value).toBe(2023 - 2006)
})

test('62.9 is printed as 63, and its base stands beside it', () => {
  const par = A.pars.find((p) => p.text.includes('63%'))!
  expect(par.text).toContain('224')
  expect(text(A)).not.toContain('62.9')
})

test('FTE is never called full-time officers', () => {
  for (const b of [A, B, C]) expect(text(b)).not.toMatch(/full-time officers/)
  expect(text(A)).toMatch(/full-time equivalent \(FTE\)/)
})

test('the share of the newest leavers is of all leavers, never of those under five years', () => {
  const share = Object.values(A.facts).find((f) => f.measure === 'under-one-share')!
  expect(A.figures[String(share.params['of'])]?.value).toBe(9236)
  expect(text(A)).not.toMatch(/38%/)
  expect(text(A)).not.toMatch(/of this/)
})

test('a quote is passed on to the letter, and is no fact', () => {
  const given = desk.extra.quotes[0]!.words as string
  const quote = A.pars.find((p) => p.slot === 'quote')!
  expect(quote.text).toContain(`"${given}"`)
  expect(quote.facts).toEqual([])
  expect(quote.spans.every((s) => s.kind === 'quote')).toBe(true)
  expect(A.caveats.join()).toMatch(/not checked/)
})

test('the publisher is named once, by the third paragraph, and nobody is named as analyst', () => {
  for (const b of [A, B, C]) {
    const at = b.pars.flatMap((p, i) => (p.text.includes('Home Office') ? [i] : []))
    expect(at.length).toBe(1)
    expect(at[0]!).toBeLessThanOrEqual(2)
    expect(text(b)).not.toMatch(/analysis by/i)
    // “Analysis” is of numbers made here: a rank is, a published figure is not.
    for (const par of b.pars.filter((p) => /analys/i.test(p.text)))
      expect(
        par.facts.some((id) => b.facts[id]?.kind === 'rank'),
        par.text,
      ).toBe(true)
  }
})

test('record numbers are leaving only where the record holds', () => {
  for (const year of ['2018/19', '2020/21']) {
    const b = brief('england-and-wales', 'national', year)
    const isRecord = Object.values(b.facts).some((f) => f.kind === 'record' && f.measure === 'resignations')
    if (!isRecord) expect(`${b.headline.text} ${b.pars[0]!.text}`).not.toMatch(/record/i)
  }
})

test('dismissals of 2022/23 are no record: 2016/17 had more', () => {
  expect(Object.values(B.facts).some((f) => f.kind === 'record' && f.measure === 'dismissals')).toBe(false)
})

test('a rate is heads over heads or FTE over FTE', () => {
  for (const [measure, unit] of [
    ['leaving-rate', 'headcount'],
    ['leaving-rate-fte', 'fte'],
  ] as const) {
    const { made } = desk.table.measures[measureIndex(desk.table, measure)]!
    expect(made!.of.map((m) => desk.table.measures[m]!.unit)).toEqual([unit, unit])
  }
})

test('the only force to miss its target needs every force in the table', () => {
  const gone = changed([{ measure: 'extra-officers', area: 'kent', period: '2022/23', value: Number.NaN }])
  const found = factsIn(gone, 'metropolitan-police', '2022/23')
  expect(found.claims.find((c) => c.kind === 'target')?.params['only']).toBe(false)
  const whole = factsIn(gone, 'england-and-wales', '2022/23')
  expect(whole.claims.some((c) => c.kind === 'target' && c.params['of'] === 'areas')).toBe(false)
  expect(whole.refusals.some((r) => r.kind === 'target' && r.guard === 'areas-missing')).toBe(true)
})

test('a revised figure is never silent: both stand in the copy', () => {
  expect(text(B)).toContain('20,951')
  expect(text(B)).toContain('20,947')
})

test('a share is not called a rate', () => {
  const share = C.pars.filter((p) =>
    p.facts.some((id) => id.startsWith('share/') || id.startsWith('rank/resignation-share')),
  )
  for (const par of share) expect(par.text).not.toMatch(/\brate\b/)
})

test('a tie makes a rank joint, and a joint place is behind nobody', () => {
  const surrey = desk.table.areas.findIndex((a) => a.key === 'surrey')
  const p = desk.table.periods.findIndex((one) => one.id === '2020/21')
  const value = desk.table.values[at(desk.table, measureIndex(desk.table, 'resignation-share'), surrey, p)]!
  const tied = changed([{ measure: 'resignation-share', area: 'hertfordshire', period: '2020/21', value }])
  expect(rankOf(tied)?.params).toMatchObject({ joint: true, behindOnly: false, rank: 5 })
  expect(rankOf(desk.table)?.params).toMatchObject({ joint: false, behindOnly: true, rank: 6 })
})

test('those ahead are named by rank, one fewer than the rank', () => {
  const rank = rankOf(desk.table)!
  expect(rank.params['ahead']).toHaveLength(5)
})

test('a contrast word stands only where the directions differ', () => {
  const order = prepare(desk, library, realEffects(), { edition: 'local' })
  for (const [area] of desk.release.areas.listed.entries()) {
    const b = draft(desk, order, area, after)
    for (const par of b.pars) {
      if (!/^(But|However)\b|, though,/.test(par.text)) continue
      const change = par.facts.map((id) => b.facts[id]!).find((f) => f.kind === 'share-change')
      expect(change?.params['direction'], par.text).toBe('down')
    }
  }
})

test("a figure that no table holds is the desk's, names its source and is marked", () => {
  const par = C.pars.find((p) => p.text.includes('2,212'))!
  expect(par.rule).toBe('desk/figure')
  expect(C.figures[C.facts[par.facts[0]!]!.figures[0]!]?.how.op).toBe('desk')
  expect(C.caveats.join()).toMatch(/not checked.*2,212/)
})

test('the published figures alone set no record, and still make a story', async () => {
  const published = await open('police-leavers-published', library, realEffects())
  for (const period of ['2022/23', '2023/24']) {
    const order = prepare(published, library, realEffects(), { edition: 'national', period })
    const b = draft(published, order, published.table.areas.length - 1, after)
    expect(b.usable).toBe(true)
    expect(b.pars.length).toBeGreaterThanOrEqual(3)
    const leaving = Object.values(b.facts).filter((f) => f.kind === 'record' && !f.measure.includes('national'))
    expect(leaving).toEqual([])
    expect(order.whole.found.refusals.filter((r) => r.kind === 'record' && r.measure === 'resignations')).toMatchObject(
      [{ guard: 'gap-in-series', seen: '2007/08' }],
    )
  }
})

test('each claim of the national stories that the published figures cannot make is refused with its reason', async () => {
  const published = await open('police-leavers-published', library, realEffects())
  const periods = { A: '2023/24', B: '2022/23' } as const
  for (const claim of wanted) {
    if (claim.story === 'C' || claim.measure === undefined) continue
    const order = prepare(published, library, realEffects(), { edition: 'national', period: periods[claim.story] })
    const { claims, refusals } = order.whole.found
    const isMade = claims.some((c) => c.kind === claim.kind && c.measure === claim.measure)
    const why = refusals.filter(
      (r) => r.measure === claim.measure && (r.kind === claim.kind || r.guard === 'no-table') && r.seen !== '',
    )
    expect(isMade || why.length > 0, `${claim.story}${claim.n}: ${claim.kind} of ${claim.measure}`).toBe(true)
  }
})
