import { describe, expect, test } from 'vitest'
import { brief } from '../../src/commands/brief.ts'
import { check } from '../../src/commands/check.ts'
import { gate } from '../../src/commands/gate.ts'
import { type Changes, place } from '../fixtures/small.ts'
import { order, refusal, world } from './desk.ts'

/** Area → its code, and its officers by year. */
type Rows = Record<string, { code: string; from: number; cells: readonly number[] }>

const years = [2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019]
/** Two places that stay as they are. */
const steady: Rows = {
  South: { code: 'E2', from: 2012, cells: [400, 390, 395, 385, 380, 382, 378, 370] },
  West: { code: 'E4', from: 2012, cells: [600, 610, 620, 630, 640, 650, 660, 670] },
}
const south = place('south', { code: 'E2' })
const west = place('west', { code: 'E4' })

const csvOf = (rows: Rows, last = 2019): string =>
  `Year,Code,Area,Officers\n${Object.entries(rows)
    .flatMap(([name, { code, from, cells }]) => cells.map((n, i) => `${from + i},${code},${name},${n}`))
    .filter((line) => Number(line.slice(0, 4)) <= last)
    .join('\n')}\n`

const changes: Changes = {
  tables: { main: { area: { name: 'Area', code: 'Code' } } },
  measures: { officers: { comparable: { from: 2012, recordsBegin: false } } },
}
const listOf = (...areas: Changes[]): Changes => ({ list: 'places', level: 'place', expect: areas.length, areas })

/** A release of these rows, with the list that says what became of what. */
function release(rows: Rows, list: Changes) {
  const effects = world({ csv: csvOf(rows), changes, list })
  return {
    /** `nib brief --area all`: the copy of each area, with the notes to editors behind it. */
    async drafts(period: string) {
      const status = await brief('small', order({ period, format: 'json' }), effects)
      const made = [...effects.disk].filter(([path]) => path.endsWith('.json') && path.includes(`/${period}/`))
      const copy = made.map(([, text]) => JSON.parse(String(text)) as { area: { key: string }; headline: { text: string }; pars: { text: string }[]; caveats: string[] }) // biome-ignore format: a type
      const of = (key: string) => copy.find((one) => one.area.key === key)
      return {
        status,
        areas: copy.map((one) => one.area.key).sort(),
        text: (key: string) => [of(key)?.headline.text, ...(of(key)?.pars.map((p) => p.text) ?? [])].join('\n'),
        notes: (key: string) => of(key)?.caveats.join('\n') ?? '',
      }
    },
    /** `nib gate` of the step to a period: status and what is not a note. */
    async gate(period: string) {
      effects.said.out = ''
      const status = await gate('small', { file: {}, against: [], out: '/out', library: '/lib', period }, effects)
      const [first = '', ...rest] = effects.said.out.split('\n')
      return { status, verdict: first.split(':')[0], looks: rest.join('\n').split('Notes')[0]! }
    },
    /** `nib check` of a sentence. */
    async check(area: string, period: string, text: string) {
      effects.disk.set('/copy.txt', text)
      effects.said.out = ''
      const status = await check('/copy.txt', { release: 'small', area, period, file: {}, library: '/lib' }, effects)
      return { status, out: effects.said.out }
    },
  }
}

const against =
  /\b(?:up|down|rose|rises?|risen|fell|falls?|fallen|increase|decrease|more|fewer|most|fewest|highest|lowest|record|earlier|before|since|year in a row)\b/i

describe('renamed', () => {
  const renamed: Rows = {
    ...steady,
    East: { code: 'E3', from: 2012, cells: [200, 205, 210, 215, 220, 225] },
    Eastern: { code: 'E3', from: 2018, cells: [230, 240] },
  }
  const east = place('east', { code: 'E3', names: ['East', 'Eastern'] })

  test('with the same code, and both names in the list: it is one area, and claims go across', async () => {
    const one = release(renamed, listOf(south, west, east))
    expect(await one.gate('2018')).toMatchObject({ status: 0, verdict: 'OPEN' })
    const { text, status } = await one.drafts('2018')
    expect(status).toBe(0)
    expect(text('east')).toMatch(/230.*225|from 225/)
    expect(text('east')).toMatch(against)
  })

  test('with the same code, and a name that the list does not have: shut, and told whose code it is', async () => {
    const one = release(renamed, listOf(south, west, place('east', { code: 'E3' })))
    expect(await one.gate('2018')).toMatchObject({
      status: 1,
      verdict: 'SHUT',
      looks: expect.stringContaining('“Eastern” (E3) is not in the areas list. The code is that of East: if that has a new name, add it to its names.'), // biome-ignore format: a text
    })
    expect((await refusal(() => one.drafts('2018'))).map((p) => p.code)).toContain('unknown-area')
  })

  const recoded: Rows = {
    ...renamed,
    Eastern: { code: 'E9', from: 2018, cells: [230, 240] },
  }

  test('with a new code that the list gives it: it is one area, and claims go across', async () => {
    const one = release(recoded, listOf(south, west, { ...east, codes: ['E9'] }))
    expect(await one.gate('2018')).toMatchObject({ status: 0, verdict: 'OPEN' })
    expect((await one.drafts('2018')).text('east')).toMatch(against)
  })

  test('with a code that the list does not give it: shut, and no draft', async () => {
    const one = release(recoded, listOf(south, west, east))
    const { status, looks } = await one.gate('2018')
    expect(status).toBe(1)
    expect(looks).toContain('“Eastern” stands beside the code E9, which the areas list does not give it')
    expect((await refusal(() => one.drafts('2018'))).map((p) => p.code)).toContain('unknown-code')
  })

  test('with a new code since its borders moved: told in a note, and nothing is set against the years before', async () => {
    const moved = { ...east, codes: ['E9'], breaks: [2018], note: 'East took a town from West in 2018.' }
    const one = release(recoded, listOf(south, west, moved))
    const { text, notes } = await one.drafts('2018')
    expect(text('east')).toContain('230')
    expect(text('east')).not.toMatch(against)
    expect(notes('east')).toContain('East took a town from West in 2018.')
    // A year on it is set against that year, and against none before.
    const later = await one.drafts('2019')
    expect(later.text('east')).toMatch(/230/)
    expect(later.text('east')).not.toMatch(/201[2-7]|since at least/)
    const wrong = await one.check('east', '2018', 'The number of officers in East rose from 225 to 230.')
    expect(wrong.status).toBe(1)
    expect(wrong.out).toContain('the series breaks in 31 December 2018')
    expect((await one.check('east', '2019', 'The number of officers in East rose from 230 to 240.')).status).toBe(0)
    expect((await one.check('east', '2019', 'The number of officers in East is the highest since 2012.')).status).toBe(
      1,
    )
  })
})

/** North and East up to 2017, and Northeast from 2018. */
const north = { code: 'E1', from: 2012, cells: [300, 310, 320, 330, 340, 350] }
const east = { code: 'E3', from: 2012, cells: [200, 205, 210, 215, 220, 225] }
const merged: Rows = { ...steady, North: north, East: east, Northeast: { code: 'E7', from: 2018, cells: [580, 590] } }
const mergedList = listOf(
  south,
  west,
  place('north', { code: 'E1', until: 2017 }),
  place('east', { code: 'E3', until: 2017 }),
  place('northeast', { code: 'E7', from: 2018, note: 'Northeast was made of North and East in 2018.' }),
)

describe('merged', () => {
  test('as the list says: no area is missed, each has drafts in its own time, and none across', async () => {
    const one = release(merged, mergedList)
    expect(await one.gate('2018')).toMatchObject({ status: 0, verdict: 'OPEN' })
    const then = await one.drafts('2017')
    expect(then.areas).toEqual(['east', 'everywhere', 'north', 'south', 'west'])
    const now = await one.drafts('2018')
    expect(now.status).toBe(0)
    expect(now.areas).toEqual(['everywhere', 'northeast', 'south', 'west'])
    expect(now.text('northeast')).toContain('580')
    expect(now.text('northeast')).not.toMatch(against)
    expect(now.notes('northeast')).toContain('Northeast was made of North and East in 2018.')
    // Of the places that there are now, and of no other number.
    for (const area of now.areas) expect(now.text(area)).not.toMatch(/\b(?:four|five) places\b/)
    // 575 in 2017: not set against it, though the two add up to it.
    const { out } = await one.check('northeast', '2018', 'The number of officers in Northeast rose from 575 to 580.')
    expect(out).not.toMatch(/^[1-9]\d* claims? holds?.* 0 that the data cannot check/m)
    expect((await one.drafts('2019')).text('northeast')).not.toMatch(/201[2-7]|since at least/)
  })

  test('the whole goes on: it is made of those that there are', async () => {
    const one = release(merged, mergedList)
    // 382 + 650 + 350 + 225 = 1,607 and 378 + 660 + 580 = 1,618.
    expect((await one.drafts('2018')).text('everywhere')).toMatch(/1,618.*1,607/)
  })

  test('without a word in the list: told of each, and no total, no rank and no claim across', async () => {
    const areas = (mergedList['areas'] as Changes[]).map(({ from: _, until: __, ...rest }) => rest)
    const one = release(merged, listOf(...areas))
    const { status, verdict, looks } = await one.gate('2018')
    // Two of five have gone: that is more than a tenth.
    expect({ status, verdict }).toEqual({ status: 1, verdict: 'SHUT' })
    expect(looks).toContain('North and East have no row for 31 December 2018, and had one in 31 December 2017.')
    expect(looks).toContain('Northeast has rows for 31 December 2018 and none before.')
    const { text, areas: made, status: drafted } = await one.drafts('2018')
    expect(drafted).toBe(1)
    expect(made).toEqual(['northeast', 'south', 'west'])
    expect(text('northeast')).not.toMatch(against)
    expect(text('west')).not.toMatch(/of the \w+ places|any of the|only/)
  })

  test('figures that the table still gives for what is no more are told, and left out of the whole', async () => {
    const still: Rows = { ...merged, North: { ...north, cells: [...north.cells, 352, 355] } }
    const one = release(still, mergedList)
    expect(await one.gate('2018')).toMatchObject({
      verdict: 'LOOK',
      looks: expect.stringContaining('Is the time of the area right in the areas list?'),
    })
    const now = await one.drafts('2018')
    expect(now.areas).toEqual(['everywhere', 'northeast', 'south', 'west'])
    expect(now.text('everywhere')).toMatch(/1,618/)
    expect(now.notes('everywhere')).toContain(
      'The table has figures for North, 31 December 2018, when by the areas list there was no such area: they are left out.',
    )
    const asked = await one.check('everywhere', '2018', 'There were 1,618 officers in Everywhere.')
    expect(asked.status).toBe(0)
    expect((await one.check('everywhere', '2018', 'There were 1,970 officers in Everywhere.')).status).toBe(1)
    expect((await release(merged, mergedList).drafts('2018')).notes('everywhere')).not.toContain('left out')
  })
})

test('split: the two that came have drafts without a past, and the one that was has none any more', async () => {
  const split: Rows = {
    ...steady,
    Northeast: { code: 'E7', from: 2012, cells: [500, 515, 530, 545, 560, 575] },
    North: { code: 'E1', from: 2018, cells: [352, 360] },
    East: { code: 'E3', from: 2018, cells: [228, 230] },
  }
  const list = listOf(
    south,
    west,
    place('northeast', { code: 'E7', until: 2017 }),
    place('north', { code: 'E1', from: 2018 }),
    place('east', { code: 'E3', from: 2018 }),
  )
  const one = release(split, list)
  expect(await one.gate('2018')).toMatchObject({ status: 0, verdict: 'OPEN' })
  const now = await one.drafts('2018')
  expect(now.areas).toEqual(['east', 'everywhere', 'north', 'south', 'west'])
  for (const area of ['north', 'east']) expect(now.text(area)).not.toMatch(against)
  expect(now.text('everywhere')).toMatch(/1,618.*1,607/)
  const { status } = await one.check('north', '2018', 'The number of officers in North fell from 575 to 352.')
  const { out } = await one.check('north', '2018', 'The number of officers in North fell from 575 to 352.')
  expect(status === 1 || /cannot check/.test(out)).toBe(true)
  expect(out).not.toMatch(/0 wrong, .* 0 that the data cannot check/)
})

describe('missing in one year', () => {
  const hole: Rows = {
    ...steady,
    East: { code: 'E3', from: 2012, cells: [200, 205, 210, 215] },
    'East ': { code: 'E3', from: 2017, cells: [225, 230, 240] },
  }
  const list = listOf(south, west, place('east', { code: 'E3' }))
  const one = release(hole, list)

  test('the gate says so, and for that year nothing is said of it, nor of all', async () => {
    const { status, verdict, looks } = await one.gate('2016')
    expect({ status, verdict }).toEqual({ status: 0, verdict: 'LOOK' })
    expect(looks).toContain('East has no row for 31 December 2016, and had one in 31 December 2015.')
    const { status: drafted, areas, text, notes } = await one.drafts('2016')
    expect(drafted).toBe(1)
    expect(areas).toEqual(['south', 'west'])
    expect(text('west')).not.toMatch(/places|Everywhere|only/)
    expect(notes('west')).toContain('There are no figures for East: nothing is said of all places.')
  })

  test('nothing is claimed across the year that is missing', async () => {
    const next = await one.drafts('2017')
    expect(next.text('east')).toContain('225')
    expect(next.text('east')).not.toMatch(against)
    // Later it is set against the year before, and no record goes over the hole.
    const later = await one.drafts('2019')
    expect(later.text('east')).toMatch(/230/)
    expect(later.text('east')).not.toMatch(/201[2-6]|since at least|highest/)
    expect((await one.check('east', '2019', 'The number of officers in East is the highest since at least 2012.')).status).toBe(1) // biome-ignore format: a call
    // East had 210 in 2014, 215 in 2015 and none known in 2016.
    const run = await one.check('east', '2019', 'The number of officers in East has risen for seven years in a row.')
    expect(run.out).not.toMatch(/0 wrong, .* 0 that the data cannot check/)
  })

  test('the steps on either side of it have nothing of it to tell', async () => {
    expect(await one.gate('2015')).toMatchObject({ verdict: 'OPEN' })
    expect(await one.gate('2018')).toMatchObject({ verdict: 'OPEN' })
    expect(years).toHaveLength(8)
  })
})
