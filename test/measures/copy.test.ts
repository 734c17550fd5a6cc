import { expect, test } from 'vitest'
import { evidenceOf } from '../../src/read-over.ts'
import { readBack } from '../../src/verify/read-back.ts'
import { admissions, allDrafts, pay, rates, textOf } from './desk.ts'

const evidence = { admissions: evidenceOf(admissions), rates: evidenceOf(rates), pay: evidenceOf(pay) }
const verdicts = (of: 'admissions' | 'rates' | 'pay', area: string, period: string, text: string, own = false) =>
  readBack([{ kind: 'par', text }], { area, period, own }, evidence[of]).map((f) => f.verdict)
const isClean = (found: readonly string[]) => found.length > 0 && found.every((v) => v === 'holds')

/** Sentences by hand, and what the made-up tables say of them: cells as they stand in the CSV. */
test.each([
  // Oakshire 2023/24: 110 of some 102,300 people; £607.54 in Beechshire; 6.7 days in Hazelshire.
  ['oakshire', 'The admission rate in Oakshire was 107.5 per 100,000 people.', true],
  ['oakshire', 'The admission rate in Oakshire was 107.5 per 100,000.', true],
  [
    'oakshire',
    'The admission rate in Oakshire was 107.5 for every 100,000 residents, down from 109.0 a year earlier.',
    true,
  ],
  ['oakshire', 'The admission rate in Oakshire was 107.5 per 100,000 patients.', false],
  ['oakshire', 'The admission rate in Oakshire was 107.5 per 1,000 people.', false],
  ['oakshire', 'The admission rate in Oakshire was 107.5.', false],
  ['oakshire', 'The admission rate in Oakshire was 107.5 per cent.', false],
  ['oakshire', 'The admission rate in Oakshire was £107.5 per 100,000 people.', false],
  ['oakshire', 'The admission rate in Oakshire was 107.6 per 100,000 people.', false],
  ['oakshire', 'The admission rate in Oakshire was 107.5 per 100,000 people, up from 109.0 a year earlier.', false],
  ['oakshire', 'The admission rate in Oakshire was 107.5 per 100,000 people, down from 108.0 a year earlier.', false],
  ['beechshire', 'The average cost of a stay in Beechshire was £607.54, up from £554.30 a year earlier.', true],
  ['beechshire', 'The average cost of a stay in Beechshire was £608.', true],
  ['beechshire', 'The average cost of a stay in Beechshire was €607.54.', false],
  ['beechshire', 'The average cost of a stay in Beechshire was 607.54 days.', false],
  ['beechshire', 'The average cost of a stay in Beechshire was 607.54.', false],
  ['hazelshire', 'The average length of a stay in Hazelshire was 6.7 days, down from 8 days a year earlier.', true],
  ['hazelshire', 'The average length of a stay in Hazelshire was seven days.', true],
  ['hazelshire', 'The average length of a stay in Hazelshire was £6.7.', false],
  ['hazelshire', 'The average length of a stay in Hazelshire was 6.7.', false],
  ['hazelshire', 'The average length of a stay in Hazelshire was 6.7 days, up from 8 days a year earlier.', false],
  ['beechshire', 'The price index in Beechshire was 119.6, up from 115.7 a year earlier.', true],
  ['beechshire', 'The price index in Beechshire was 119.6%.', false],
  ['beechshire', 'The price index in Beechshire was £119.6.', false],
  ['hazelshire', 'The bed rate in Hazelshire was 10.9 per 1,000 people, up from 10.1 a year earlier.', true],
  ['hazelshire', 'The bed rate in Hazelshire is unchanged from a year earlier.', false],
  ['hazelshire', 'The bed rate in Hazelshire was 10.9 per 100,000 people.', false],
])('%s: “%s” holds: %s', (area, text, holds) => {
  expect(isClean(verdicts('admissions', area, '2023/24', text))).toBe(holds)
})

test.each([
  ['£6.5bn', true],
  ['£6.5 billion', true],
  ['£6,501,900,000', true],
  ['£6,501.9m', true],
  ['£6.6bn', false],
  ['£6.5m', false],
  ['£6.5 million', false],
  ['$6.5bn', false],
  ['6.5bn', false],
  ['more than £6.5bn', true],
  ['nearly £6.5bn', false],
])('the wage bill is %s: %s', (said, holds) => {
  const text = `The total wage bill in Ashshire was ${said}.`
  expect(isClean(verdicts('pay', 'ashshire', '2023', text)), text).toBe(holds)
})

/** Errors put into every sentence of the drafts that tells such a figure. */
const mutations: [string, RegExp, (found: string) => string][] = [
  [
    'another figure',
    /(?<=£|\(|from |At |was |to |at |against |, )\d[\d,]*\.\d+/g,
    (n) => n.replace(/\d(?=\.)/, (d) => String((Number(d) + 3) % 10)),
  ],
  ['no pounds', /£(?=\d)/g, () => ''],
  ['euros', /£(?=\d)/g, () => '€'],
  ['pounds for days', /[\d.]+ days/g, (n) => `£${n.replace(' days', '')}`],
  ['days for pounds', /£[\d.]+(?=[ ,.)]|$)/g, (n) => `${n.slice(1)} days`],
  ['per 1,000 for per 100,000', /per 100,000/g, () => 'per 1,000'],
  ['per 100,000 for per 1,000', /per 1,000\b/g, () => 'per 100,000'],
  ['millions for billions', /(?<=\d)bn\b/g, () => 'm'],
  ['billions for millions', /(?<=£[\d.]+)m\b/g, () => 'bn'],
  ['per cent', /(?<=[\d.]+) days|(?<=\d\.\d) per 1(?:00)?,000 people/g, () => '%'],
  ['up for down', /\b(?:up|down)(?= from (?:£|\d+\.\d))/g, (w) => (w === 'up' ? 'down' : 'up')],
  // The fourth highest of seven is the fourth lowest.
  [
    'highest for lowest',
    /(?<!fourth )\b(?:highest|lowest)(?= of the \w+ shires| since (?:at least )?20| in figures)/g,
    (w) => (w === 'highest' ? 'lowest' : 'highest'),
  ],
  ['another place', /\b(?:second|third)(?= (?:highest|lowest) of the)/g, (w) => (w === 'second' ? 'third' : 'second')],
]

test.each(mutations)('%s, put into the drafts, is found each time', (_, pattern, to) => {
  const escaped: string[] = []
  let mutants = 0
  const seen = new Set<string>()
  for (const [of, desk] of [
    ['admissions', admissions],
    ['rates', rates],
    ['pay', pay],
  ] as const)
    for (const brief of allDrafts(desk))
      for (const [i, text] of textOf(brief).entries()) {
        // Counts of patients and their like have mutants of their own.
        if (i > 0 && !/£|days|per 1|index|rate/.test(text)) continue
        for (const found of text.matchAll(pattern)) {
          const wrong = text.slice(0, found.index) + to(found[0]) + text.slice(found.index + found[0].length)
          const key = `${brief.area.key} ${brief.period.id} ${wrong}`
          if (wrong === text || seen.has(key)) continue
          seen.add(key)
          mutants++
          // The sentence stands where it stood: what is spoken of comes from those before it.
          const blocks = textOf(brief).map((t, j) => ({
            kind: j === 0 ? ('headline' as const) : ('par' as const),
            text: j === i ? wrong : t,
          }))
          const about = { area: brief.area.key, period: brief.period.id, own: true }
          if (readBack(blocks, about, evidence[of]).every((f) => f.verdict === 'holds'))
            escaped.push(`${key} (was: ${text})`)
        }
      }
  expect(mutants).toBeGreaterThan(10)
  expect(escaped).toEqual([])
})

test('what is unchanged in print is unchanged', () => {
  // Hazelshire in 2017/18: not the same as the year before, and the same to one decimal.
  const text = 'The admission rate in Hazelshire is unchanged from a year earlier, official figures show.'
  expect(isClean(verdicts('rates', 'hazelshire', '2017/18', text, true))).toBe(true)
  expect(isClean(verdicts('rates', 'hazelshire', '2018/19', text, true))).toBe(false)
})
