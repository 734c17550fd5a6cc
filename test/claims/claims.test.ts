import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import type { Brief, Par } from '../../src/prose/brief.ts'
import { draftOf, leavers } from '../fixtures/desk.ts'
import { type Wanted, wanted } from './claims.ts'

const desk = await leavers()
const made = (area: string, edition: string, period: string): Brief => draftOf(desk, area, { edition, period })
const stories = {
  A: made('england-and-wales', 'national', '2023/24'),
  B: made('england-and-wales', 'national', '2022/23'),
  C: made('hertfordshire', 'local', '2020/21'),
}

/** Kinds that are a way of writing and no fact of the data. */
const ways: Record<string, (brief: Brief) => Par[]> = {
  quote: (brief) => brief.pars.filter((p) => p.slot === 'quote'),
  attribution: (brief) => brief.pars.slice(1, 3),
  crosshead: (brief) => brief.pars.filter((p) => p.slot === 'crosshead'),
}

/** The paragraphs that tell a fact, or stand on it: its own words are in them. */
function telling(brief: Brief, { kind, measure, figures = {}, params = {} }: Wanted): Par[] {
  const way = ways[kind]
  if (way) return way(brief)
  const fits = Object.values(brief.facts).filter(
    (fact) =>
      fact.kind === kind &&
      fact.measure === measure &&
      Object.entries(params).every(([name, value]) => JSON.stringify(fact.params[name]) === JSON.stringify(value)) &&
      Object.entries(figures).every(([role, value]) => {
        const figure = brief.figures[String(fact.params[role])]
        return figure !== undefined && Math.abs(figure.value - value) < 1e-6 * Math.max(1, Math.abs(value))
      }),
  )
  const ids = new Set(fits.map((f) => f.id))
  const figuresOf = new Set(fits.flatMap((f) => f.figures))
  return brief.pars.filter(
    (par) =>
      par.facts.some((id) => ids.has(id)) ||
      par.spans.some((s) => ids.has(s.ref) || (s.kind === 'figure' && figuresOf.has(s.ref))),
  )
}

const shows = (text: string, what: string | RegExp): boolean =>
  typeof what === 'string' ? text.includes(what) : what.test(text)

test.each(wanted)('story $story, claim $n: $kind $measure', (claim) => {
  const brief = stories[claim.story]
  const pars = telling(brief, claim)
  expect(pars.length, `no paragraph tells it:\n${brief.pars.map((p) => p.text).join('\n')}`).toBeGreaterThan(0)
  const lacking = (par: Par) => claim.shows.filter((what) => !shows(par.text, what)).map(String)
  const best = [...pars].sort((a, b) => lacking(a).length - lacking(b).length)[0]!
  expect(lacking(best), best.text).toEqual([])
  const all = brief.pars.map((p) => p.text).join('\n')
  expect((claim.also ?? []).filter((text) => !all.includes(text))).toEqual([])
})

test('each of the 33 claims has its row, and no row is there twice', () => {
  expect(wanted.length).toBe(33)
  expect(new Set(wanted.map((w) => `${w.story}${w.n}`)).size).toBe(33)
})

// The list the claims were taken from, where it is at hand.
const original = resolve(import.meta.dirname, '../../../shared/claims.csv')
test.skipIf(!existsSync(original))('the rows are those of the list, and every number of the list is looked for', () => {
  const rows = Papa.parse<Record<string, string>>(readFileSync(original, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data
  expect(rows.map((r) => `${r['story']}${r['n']}`).sort()).toEqual(wanted.map((w) => `${w.story}${w.n}`).sort())
  const names: Record<string, string> = { 'Metropolitan Police': 'the Met' }
  const missing = rows.flatMap((row) => {
    const brief = stories[row['story'] as Wanted['story']]
    const text = brief.pars.map((p) => p.text).join('\n')
    return (row['numbers'] ?? '')
      .split(';')
      .map((n) => n.trim())
      .filter((n) => n !== '' && n !== 'both shares')
      .flatMap((n) => {
        const forms = [
          n,
          names[n] ?? n,
          n.replace(/ \(.*/, ''),
          n.replace('close to', 'almost'),
          n.replace('nearly', 'almost'),
        ]
        // Of 2019/20 the local style says the year before.
        const isSaid = forms.some(
          (f) => text.toLowerCase().includes(f.toLowerCase()) || text.includes(f.replace('/', '-')),
        )
        return isSaid || (n === '2019/20' && /year before|year earlier/.test(text))
          ? []
          : [`${row['story']}${row['n']}: ${n}`]
      })
  })
  expect(missing).toEqual([])
})
