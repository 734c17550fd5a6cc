import { expect, test } from 'vitest'
import { brief } from '../../src/commands/brief.ts'
import { check } from '../../src/commands/check.ts'
import { explain } from '../../src/commands/explain.ts'
import { readOver } from '../../src/index.ts'
import { markdown } from '../../src/render/markdown.ts'
import { lint } from '../style/lint.ts'
import { admissions, allDrafts, pay, rates, textOf, world } from './desk.ts'

test.each([
  ['sample-admissions', admissions],
  ['sample-admission-rates', rates],
  ['sample-pay', pay],
])('every draft of %s is read back clean, and is stamped', (_, desk) => {
  const drafts = allDrafts(desk)
  expect(drafts.length).toBeGreaterThan(180)
  const faults = drafts.flatMap((brief) =>
    readOver(desk, brief).faults.map((f) => `${brief.id}: ${textOf(brief)[f.block]} [${f.text}] ${f.why}`),
  )
  expect(faults).toEqual([])
  expect(drafts.flatMap(lint)).toEqual([])
  for (const brief of drafts) {
    expect(brief.usable).toBe(false)
    expect(markdown(brief)).toContain('SAMPLE DATA, NOT FOR PUBLICATION')
  }
})

test('each way of saying them is met: money, days, an index, and rates of the publisher’s own and over a population', () => {
  const text = [admissions, rates, pay].flatMap(allDrafts).flatMap(textOf).join('\n')
  for (const said of [
    /admission rate in the shire, \d+\.\d per 100,000 people, was the (?:second )?(?:highest|lowest) of the (?:six|seven) shires/,
    /At \d+\.\d per 100,000 people, down from \d+\.\d the year before, the admission rate .* was the lowest in figures/,
    /admission rate in All shires was \d+\.\d per 100,000 people, (?:up|down) from \d+\.\d/,
    /The admission rate was highest in \w+ \(\d+\.\d per 100,000 people\), \w+ \(\d+\.\d\) and \w+ \(\d+\.\d\)/,
    /bed rate in the shire was \d+\.\d per 1,000 people/,
    /average length of a stay in the shire, \d+\.\d days, was/,
    /average cost of a stay in the shire, £\d{3}\.\d\d, was/,
    /the cost of admissions in the shire was the highest .*/,
    /£\d+\.\dm/,
    /£\d+\.\dbn/,
    /pay index in the shire was the highest in figures going back to 2016/,
    /Average weekly pay in Ashshire up to £\d{3}\.\d\d$/m,
    /^Admission rate in Fernshire up to 118\.6 per 100,000 people$/m,
    /against \d+\.\d per 100,000 people across All shires/,
    /– Ashshire: £\d{3}\.\d\d, up from £\d{3}\.\d\d/,
    /For the shire it is the highest since at least 2016\. The previous high was £/,
    /That was the third lowest of the seven shires, against £/,
  ])
    expect(text).toMatch(said)
  // An index stands on a base of its own: no area is set beside another by it.
  expect(text).not.toMatch(/index[^\n]*(?:of the (?:six|seven) shires|across All shires)/)
  expect(text).not.toMatch(/index was (?:highest|lowest) in/)
})

test.each(['sample-admissions', 'sample-pay'])(
  'nib check says of each draft of %s that every claim holds',
  async (release) => {
    const effects = world()
    await brief(release, { area: 'all', format: 'txt,json', file: {}, out: '/out', library: '/lib' }, effects)
    const drafts = [...effects.disk.keys()].filter((path) => path.endsWith('.json') && !path.includes('gate'))
    // Of two shires no rate can be told.
    expect(drafts.length).toBeGreaterThanOrEqual(6)
    for (const path of drafts) {
      effects.said = ''
      expect(await check(path, { file: {}, library: '/lib' }, effects), path).toBe(0)
      expect(effects.said, path).toMatch(/ 0 wrong, .* 0 that the data cannot check\.$/m)
    }
  },
)

test('nib explain says what a rate was multiplied by', async () => {
  const effects = world()
  const order = { area: 'oakshire', format: 'json', file: {}, out: '/out', library: '/lib' }
  await brief('sample-admissions', order, effects)
  const [path] = [...effects.disk.keys()].filter((one) => one.endsWith('.json'))
  effects.said = ''
  explain(path!, undefined, effects)
  expect(effects.said).toMatch(
    /“107\.5 per 100,000 people”\n.*= the first over the second, times 100,000:.*\n.*110 count.*sample-admissions\.csv, column Patients, rows 71.*\n.*headcount.*sample-population\.csv, column People, rows/,
  )
})
