import { afterAll, expect, test } from 'vitest'
import { type Desk, draft, prepare, readOver, realEffects } from '../../src/index.ts'
import { wireText } from '../../src/render/text.ts'
import { Drafted } from '../fixtures/drafted.ts'
import { chance, tried, varied } from '../fixtures/varied.ts'
import { csvOf, type Shape, shapes } from './shapes.ts'

const drafted = new Drafted()
afterAll(() => drafted.remove())
const now = new Date('2026-01-01T09:00:00Z')

type Rows = NonNullable<Shape['rows']>
const years = Array.from({ length: 9 }, (_, i) => 2015 + i)
const towns = ['Ashmere', 'Brockley', 'Castle Dene', 'Dunmoor', 'Eastwick', 'Fenholt', 'Garsdale', 'Hartwell']
const forces = towns.map((town) => `${town} Police`)
/** A walk of each area's own, from `size` on. */
const table = (
  head: Rows[number],
  names: readonly string[],
  dates: readonly string[],
  sizes: readonly number[],
): Rows => [
  head,
  ...names.flatMap((name) => {
    const walk = sizes.map((size) => size * (0.6 + chance(name)))
    return dates.map((date) => {
      for (const [i] of walk.entries()) walk[i]! *= 0.86 + 0.3 * chance(`${name} ${date} ${i}`)
      return [date, name, ...walk.map((value) => Math.round(value))]
    })
  }),
]
const plain = years.map(String)
const financial = years.map((y) => `${y}/${(y + 1) % 100}`)
const made: Readonly<Record<string, Rows>> = {
  'things in places, by calendar year': table(['Calendar year', 'Council', 'Fires', 'Floods'], towns, plain, [300, 90]),
  'things at bodies, by financial year': table(['Financial year', 'Police force', 'Arrests'], forces, financial, [120]),
  'things counted on a day': table(['As at 31 March', 'Council', 'Libraries', 'Parks'], towns, plain, [60, 200]),
  'things that were done': table(
    ['Financial year', 'Council', 'Incidents reported', 'Fines issued', 'Fines paid'],
    towns,
    financial,
    [400, 90, 70],
  ),
  'few things': table(['Year ending 30 June', 'Council', 'Sinkholes'], towns, plain, [12]),
  'people who leave bodies': table(
    ['Financial year', 'Police force', 'Leavers (headcount)', 'Joiners (headcount)'],
    forces,
    financial,
    [150, 160],
  ),
}
const rowsOf: Readonly<Record<string, Rows>> = {
  ...Object.fromEntries(Object.entries(shapes).flatMap(([name, { rows }]) => (rows ? [[name, rows]] : []))),
  ...made,
}
/** Copy of periods shorter than a year is written elsewhere. */
const yearly = Object.entries(rowsOf).filter(([name]) => !/SDMX|indicators/.test(name))

/** Every draft of a desk, in every edition, worded as on several days. */
function* drafts(desk: Desk, times: number) {
  const last = desk.table.areas.length - 1
  for (let n = 0; n < times; n++) {
    const one = varied(desk, n)
    for (const period of desk.table.periods.slice(-3))
      for (const edition of ['local', 'national', 'list', 'nib']) {
        const order = tried(() => prepare(one, drafted.library, realEffects(), { edition, period: period.id }))
        for (const [i] of desk.table.areas.entries()) {
          if (!order?.edition.for.includes(i === last ? 'whole' : 'area')) continue
          const brief = tried(() => draft(one, order, i, now))
          if (brief) yield { brief, faults: readOver(one, brief).faults }
        }
      }
  }
}

/** What no sentence of any release may have. */
const shameful = [
  /\b(zero|no) (authorities|areas|forces|regions)\b/,
  /\bundefined|\bNaN|\bnull\b|\{\{/,
  /\b(a|an|the) (a|an|the|of|in|at|for)\b/i,
  /\b([a-z]+) \1\b/i,
  / {2}|,,|\.\.|,\./,
  /^[a-z]/m,
  /\b(most|fewest|more|fewer) \w+ numbers\b/i,
]

test.each(yearly)('%s: what the drafted definition gives is read back, and reads like copy', async (name, rows) => {
  const key = name.toLowerCase().replace(/[^a-z]+/g, '-')
  const desks = await drafted.desks(`${key}.csv`, csvOf({ rows } as Shape), key)
  const faults = new Set<string>()
  let count = 0
  for (const desk of desks) {
    const people = Object.values(desk.release.definition.measures).some(({ words }) => words.people === true)
    for (const { brief, faults: found } of drafts(desk, 7)) {
      count++
      for (const f of found)
        faults.add(`${brief.id}: [${brief.pars[f.block - 1]?.text ?? brief.headline.text}] ${f.text}: ${f.why}`)
      for (const { text } of [brief.headline, ...brief.pars]) {
        for (const shame of shameful) if (shame.test(text)) faults.add(`${shame}: ${text}`)
        if (!people && /\bwho\b/.test(text)) faults.add(`things are no people: ${text}`)
        if (!desk.release.areas.places && /recorded from\b/.test(text)) faults.add(`nothing left: ${text}`)
      }
      expect(wireText(brief)).toMatch(/ENDS/)
    }
  }
  expect([...faults]).toEqual([])
  expect(count).toBeGreaterThan(20)
})

test('a table of the whole alone says nothing of its areas', async () => {
  // Each second year is missing, so that there is nothing to compare with.
  const every = financial.filter((_, i) => i % 2 === 0)
  const rows = [['Financial year', 'Area', 'Fires'], ...every.map((y, i) => [y, 'England', 900 + 13 * i * (i % 3)])]
  const [desk] = await drafted.desks('alone.csv', csvOf({ rows } as unknown as Shape), 'alone')
  const texts = [...drafts(desk!, 6)].flatMap(({ brief }) => brief.pars.map(({ text }) => text))
  expect(texts.join('\n')).toMatch(/published for fires in England\./)
  expect(texts.filter((text) => /\bareas?\b|authorit/.test(text))).toEqual([])
})
