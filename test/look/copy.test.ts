import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type Desk, draft, evidenceOf, prepare, readBack, readOver, realEffects } from '../../src/index.ts'
import { wireText } from '../../src/render/text.ts'
import { library } from '../fixtures/desk.ts'
import { Drafted } from '../fixtures/drafted.ts'
import { chance, tried, varied } from '../fixtures/varied.ts'
import { csvOf, type Shape, shapes } from './shapes.ts'
import { originals, shipped } from './tables.ts'

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

/** Every draft of a desk, in every edition, worded as on several days, of some periods. */
function* drafts(desk: Desk, times: number, periods = 3) {
  const last = desk.table.areas.length - 1
  for (let n = 0; n < times; n++) {
    const one = varied(desk, n)
    for (const period of desk.table.periods.slice(-periods))
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

/** What is wrong with the drafts of desks: what the read-back does not bear out, and what does not read like copy. */
function faultsOf(desks: readonly Desk[], times: number, periods?: number): { faults: string[]; count: number } {
  const faults = new Set<string>()
  let count = 0
  for (const desk of desks) {
    const people = Object.values(desk.release.definition.measures).some(({ words }) => words.people === true)
    for (const { brief, faults: found } of drafts(desk, times, periods)) {
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
  return { faults: [...faults], count }
}

const keyOf = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-')

test.each(yearly)('%s: what the drafted definition gives is read back, and reads like copy', async (name, rows) => {
  const desks = await drafted.desks(`${keyOf(name)}.csv`, csvOf({ rows } as Shape), keyOf(name))
  const { faults, count } = faultsOf(desks, 5)
  expect(faults).toEqual([])
  expect(count).toBeGreaterThan(20)
})

const real = process.env['NIB_TABLES']
const tables = [
  ...Object.keys(shipped).map((path) => [path, join(library.data, path)] as const),
  ...(real ? Object.keys(originals).map((path) => [path, join(real, path)] as const) : []),
]
test.each(tables)('%s: so is what a published table gives', async (path, at) => {
  const desks = await drafted.desks(basename(at), readFileSync(at), keyOf(path).replace(/-csv$|-ods$/, ''))
  const { faults, count } = faultsOf(desks, 1, 1)
  expect(faults).toEqual([])
  expect(count).toBeGreaterThan(0)
})

test('two things that were both recorded are not taken for one another', async () => {
  const name = 'things in places, by calendar year'
  const [desk] = await drafted.desks('both.csv', csvOf({ rows: made[name]! } as Shape), 'both')
  const sum = (column: number) =>
    made[name]!.filter(([year]) => year === '2023').reduce((n, cells) => n + Number(cells[column]), 0)
  const verdict = (text: string) => {
    const about = { area: desk!.table.areas.at(-1)!.key, period: '2023', own: false }
    return readBack([{ kind: 'par', text }], about, evidenceOf(desk!)).map((f) => f.verdict)
  }
  expect(verdict(`A total of ${sum(3)} floods were recorded.`)).toEqual(['holds'])
  expect(verdict(`A total of ${sum(2)} floods were recorded.`)).not.toContain('holds')
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

test('a list leaves out what is no area any more', async () => {
  const rows: Rows = [
    ['Calendar year', 'Council', 'Fires'],
    ...plain.flatMap((year, i) => {
      const there = towns.filter((_, t) => t > 0 || i < 6)
      const fires = there.map((_, t) => 200 + 31 * t + ((i * 7 + t * 5) % 19))
      const all = fires.reduce((sum, n) => sum + n, 0)
      return [...there.map((town, t) => [year, town, fires[t]!]), [year, 'England', all]]
    }),
  ]
  const [desk] = await drafted.desks('ended.csv', csvOf({ rows } as Shape), 'ended')
  const order = prepare(desk!, drafted.library, realEffects(), { edition: 'list' })
  const text = wireText(draft(desk!, order, desk!.table.areas.length - 1, now))
  expect(text).not.toMatch(/Ashmere/)
  for (const town of towns.slice(1)) expect(text).toContain(town)
})

/** Numbers of a sentence but for its years, each with its first digit made another: as many sentences. */
function mistyped(text: string): string[] {
  return [...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)].flatMap(({ 0: number, index }) =>
    /^(?:19|20)\d\d$/.test(number) || /[-/]$/.test(text.slice(0, index))
      ? []
      : [`${text.slice(0, index)}${(Number(number[0]) % 9) + 1}${text.slice(index + 1)}`],
  )
}

test.each(Object.entries(made))('%s: a wrong digit in what is drafted is found', async (name, rows) => {
  const [desk] = await drafted.desks(`wrong-${keyOf(name)}.csv`, csvOf({ rows } as Shape), `wrong-${keyOf(name)}`)
  const escaped: string[] = []
  let tries = 0
  for (const { brief } of drafts(desk!, 2, 1)) {
    const about = { area: brief.area.key, period: brief.period.id, own: true }
    for (const { text } of brief.pars)
      for (const wrong of mistyped(text)) {
        tries++
        const findings = readBack([{ kind: 'par', text: wrong }], about, evidenceOf(desk!))
        if (findings.every(({ verdict }) => verdict === 'holds')) escaped.push(wrong)
      }
  }
  expect(tries).toBeGreaterThan(100)
  expect(escaped).toEqual([])
})
