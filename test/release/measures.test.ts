import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import type { Problem } from '../../src/messages.ts'
import { isPeople } from '../../src/release/measures.ts'
import { joinedDefinition } from '../fixtures/joined-definition.ts'
import { type Changes, load, merged, problems, words } from '../fixtures/small.ts'

const fte = { from: 'officers', value: 'FTE', unit: 'fte', comparable: { from: 2010, recordsBegin: true }, words: words('fte') } // biome-ignore format: a measure
const inFte = { 'leavers-fte': { ...fte, from: 'leavers', comparable: { from: '2010/11', recordsBegin: true } }, 'officers-fte': fte } // biome-ignore format: measures
const refused = (changes: Changes) => problems(() => load(merged(joinedDefinition, changes)))
const made = (how: Changes, more: Changes = {}) => refused({ measures: { ...inFte, made: { ...how, words: words('x') }, ...more } }) // biome-ignore format: a call

/** Each is a bad definition at its own line, and says its path. */
function told(found: readonly Problem[], ...paths: string[]): void {
  expect(found.map(({ code, text }) => `${code} ${/“([^”]*)”/.exec(text)?.[1]}`)).toEqual(
    paths.map((path) => `bad-definition ${path}`),
  )
  for (const { place } of found)
    expect(place).toMatchObject({ file: '/lib/data/small/release.yaml', line: expect.any(Number) })
}

test('the joined definition is sound, with measures in FTE too', () => {
  expect(refused({})).toEqual([])
  expect(refused({ measures: inFte })).toEqual([])
})

test('the line told is that of the measure', () => {
  const measures = { ...inFte, made: { share: 'resigned', of: 'leavers-fte', words: words('x') } }
  const lines = stringify(merged(joinedDefinition, { measures })).split('\n')
  expect(refused({ measures })[0]?.place.line).toBe(lines.indexOf('  made:') + 1)
})

test('headcount never meets FTE, in whatever a measure is made of', () => {
  told(made({ share: 'resigned', of: 'leavers-fte' }), 'measures.made')
  told(made({ rate: 'leavers', over: 'officers-fte', at: 'start' }), 'measures.made')
  told(made({ rate: 'leavers-fte', over: 'officers', at: 'end' }), 'measures.made')
  told(made({ sum: ['resigned', 'retired', 'leavers-fte'] }), 'measures.made')
  told(made({ difference: 'leavers', less: 'leavers-fte' }), 'measures.made')
  // Through a measure between, too.
  told(made({ share: 'leavers-fte', of: 'all' }, { all: { sum: ['resigned', 'retired'], words: words('all') } }), 'measures.made') // biome-ignore format: a case
  expect(made({ rate: 'leavers-fte', over: 'officers-fte', at: 'start' })).toEqual([])
})

test('headcount never meets FTE in a breakdown, a target or a balance', () => {
  const measures = inFte
  told(refused({ measures, breakdowns: { reason: { parts: ['resigned', 'leavers-fte'] } } }), 'breakdowns.reason')
  told(refused({ measures, breakdowns: { reason: { of: 'leavers-fte', parts: ['leavers-fte', 'resigned'] } } }), 'breakdowns.reason') // biome-ignore format: a case
  told(refused({ measures, targets: { uplift: { of: 'officers-fte' } } }), 'targets.uplift')
  const rate = { rate: 'leavers-fte', over: 'officers-fte', at: 'start', decimals: 2, words: words('x') }
  const mixed = refused({ measures: { ...inFte, 'rate-fte': rate }, balances: { officers: { out: 'leavers-fte', outRate: 'rate-fte' } } }) // biome-ignore format: a case
  told(mixed.slice(0, 1), 'balances.officers')
  expect(mixed[0]?.text).toContain('headcount never meets FTE')
})

test('shares set side by side are of one group and one unit', () => {
  const beside = (share: string, measures: Changes = {}) => refused({ measures: { ...measures, 'short-share': { beside: { share } } } }) // biome-ignore format: a call
  told(beside('in-long-share', { 'in-long-share': { share: 'in-long', of: 'officers', words: words('x') } }), 'measures.short-share.beside') // biome-ignore format: a case
  told(beside('leaving-rate'), 'measures.short-share.beside')
  told(beside('in-shrt-share'), 'measures.short-share.beside')
  expect(beside('in-shrt-share')[0]?.text).toContain('Did you mean “in-short-share”?')
  const inShort = (joinedDefinition['measures'] as Changes)['in-short'] as Changes
  const short = { 'in-short-fte': { ...inShort, value: 'FTE', unit: 'fte' }, 'fte-share': { share: 'in-short-fte', of: 'officers-fte', words: words('x') } } // biome-ignore format: measures
  told(beside('fte-share', { ...inFte, ...short }), 'measures.short-share.beside')
})

test('a base at the start of the year is a stock', () => {
  told(made({ rate: 'resigned', over: 'leavers', at: 'start' }), 'measures.made.over')
  expect(made({ rate: 'resigned', over: 'leavers', at: 'end' })).toEqual([])
})

test('a flow over a stock is a rate, and neither a share nor a sum', () => {
  told(made({ share: 'leavers', of: 'officers' }), 'measures.made.of')
  told(made({ difference: 'officers', less: 'leavers' }), 'measures.made.less')
})

test('a measure is not made of itself, however far down', () => {
  const sum = (...parts: string[]) => ({ sum: parts, words: words('x') })
  told(made(sum('leavers', 'made')), 'measures.made.sum')
  told(made({ difference: 'made', less: 'leavers' }), 'measures.made.difference')
  told(made({ difference: 'leavers', less: 'other' }, { other: sum('resigned', 'made') }), 'measures.made.less', 'measures.other.sum') // biome-ignore format: a case
  // One that is made of a circle, and not in it, has no fault of its own.
  const third = made(sum('leavers', 'made'), { third: { share: 'made', of: 'leavers', words: words('x') } })
  told(third, 'measures.made.sum')
})

test('a name that is not there is told with the nearest', () => {
  const near = (found: readonly Problem[], meant: string) =>
    expect(found[0]?.text).toContain(`Did you mean “${meant}”?`)
  near(made({ share: 'resignd', of: 'leavers' }), 'resigned')
  near(made({ rate: 'leavers', over: 'oficers', at: 'start' }), 'officers')
  near(made({ sum: ['leavers', 'joinrs'] }), 'joiners')
  near(made({ difference: 'leavers', less: 'retird' }), 'retired')
  near(refused({ breakdowns: { reason: { parts: ['resigned', 'retird'] } } }), 'retired')
  near(refused({ targets: { uplift: { target: 'targt' } } }), 'target')
  near(refused({ explains: { resigning: { measure: 'resigned-shar' } } }), 'resigned-share')
  near(refused({ balances: { officers: { inRate: 'joinin-rate' } } }), 'joining-rate')
  told(refused({ balances: { officers: { inRate: 'leaving-rate' } } }), 'balances.officers.inRate')
})

test('a share or rate is no part of anything', () => {
  for (const how of [{ share: 'resigned-share', of: 'leavers' }, { sum: ['leavers', 'leaving-rate'] }])
    expect(made(how).map(({ code }) => code)).toEqual(['bad-definition'])
  told(refused({ targets: { uplift: { of: 'leaving-rate' } } }), 'targets.uplift')
})

test('the rates of a balance are over one stock, at one time, in one print', () => {
  const inRate = (how: Changes) => refused({ measures: { 'joining-rate': how } })
  told(inRate({ over: 'in-short' }), 'balances.officers.inRate')
  told(inRate({ at: 'end' }), 'balances.officers.inRate')
  told(inRate({ decimals: 1 }), 'balances.officers.inRate')
})

test('the earlier edition of a measure stands in another table, in the same unit', () => {
  const path = 'measures.extra.earlier'
  told(refused({ measures: { 'extra-first': { from: 'extra' } } }), path)
  told(refused({ measures: { 'extra-first': { unit: 'fte' } } }), path)
  told(refused({ measures: { extra: { earlier: 'extra-frist' } } }), path)
  told(refused({ measures: { extra: { earlier: 'leaving-rate' } } }), path)
  told(refused({ measures: { extra: { earlier: 'extra' } } }), path)
})

test('the areas and the whole have one lead each', () => {
  const leads = (...tells: (string | null)[]) =>
    refused({
      measures: Object.fromEntries(
        tells.map((who, i) => [
          ['leavers', 'joiners', 'resigned'][i],
          who === null ? { role: 'other' } : { role: 'lead', tells: who },
        ]),
      ),
    }).map(({ code, text }) => [code, /for the (areas|whole)/.exec(text)?.[1], /saw “(.*?)”/.exec(text)?.[1]].join(' '))
  expect(leads('any')).toEqual([])
  expect(leads('area', 'whole')).toEqual([])
  expect(leads(null)).toEqual(['bad-definition whole none'])
  expect(leads('area')).toEqual(['bad-definition whole none'])
  expect(leads('whole')).toEqual(['bad-definition areas none'])
  expect(leads('any', 'whole')).toEqual(['bad-definition whole leavers, joiners'])
  expect(leads('any', 'area')).toEqual(['bad-definition areas leavers, joiners'])
  told(refused({ measures: { leavers: { role: 'part' }, 'leaving-rate': { role: 'lead' } } }), 'measures.leaving-rate')
  expect(load(merged(joinedDefinition, { measures: { leavers: { tells: 'area' }, joiners: { role: 'lead', tells: 'whole' } } })).leads).toEqual({ area: 'leavers', whole: 'joiners' }) // biome-ignore format: a case
})

test('a setting of one unit is refused of another', () => {
  told(made({ from: 'leavers', value: 'Number', unit: 'count', in: 'million', comparable: { from: '2010/11', recordsBegin: true } }), 'measures.made.in') // biome-ignore format: a case
  told(made({ from: 'leavers', value: 'Number', unit: 'money', per: 1000, comparable: { from: '2010/11', recordsBegin: true } }), 'measures.made.per') // biome-ignore format: a case
  expect(made({ from: 'leavers', value: 'Number', unit: 'money', in: 'million', comparable: { from: '2010/11', recordsBegin: true } })).toEqual([]) // biome-ignore format: a case
  told(made({ rate: 'leavers', over: 'officers' }), 'measures.made.at')
  told(made({ rate: 'leavers', over: 'officers', at: 'start', decimals: 0 }), 'measures.made.decimals')
  // People are counted otherwise than officers, and may be counted in any unit.
  expect(made({ rate: 'leavers-fte', over: 'officers', per: 1000 })).toEqual([])
  expect(refused({ balances: { officers: { outRate: 'made' } }, measures: { made: { rate: 'leavers', over: 'officers', per: 1000, words: words('x') } } })[0]?.text).toContain('in per cent was meant') // biome-ignore format: a case
})

test('a stock within a year is one of a day that is named', () => {
  const period = (more: Changes) => refused({ tables: { officers: { period: { kind: 'day', ...more } } } })
  expect(period({ within: true })).toEqual([])
  const { day: _, ...officers } = ((joinedDefinition['tables'] as Changes)['officers'] as Changes)['period'] as Changes
  const without = merged(joinedDefinition, {})
  const tables = without['tables'] as Changes
  without['tables'] = {
    ...tables,
    officers: { ...(tables['officers'] as Changes), period: { ...officers, within: true } },
  }
  expect(
    problems(() => load(without))
      .map(({ text }) => text)
      .join(),
  ).toContain('within')
})

test('heads are people, and other things counted are not, unless the words say otherwise', () => {
  const one = (unit: string, more: Changes = {}) => {
    const measures = { other: { ...fte, from: 'officers', unit, words: { ...words('x'), ...more } } }
    return isPeople(load(merged(joinedDefinition, { measures })).definition, 'other')
  }
  expect(['fte', 'headcount', 'count'].map((unit) => one(unit))).toEqual([true, true, false])
  expect(one('headcount', { people: false })).toBe(false)
  expect(one('count', { people: true })).toBe(true)
})
