import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { compare } from '../../src/diff/compare.ts'
import { dataChanges } from '../../src/diff/data.ts'
import { type Brief, type Desk, draft, open, prepare, realEffects } from '../../src/index.ts'
import { baseKeys } from '../../src/release/measures.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const library = { data: `${root}data`, templates: `${root}templates` }
const path = `${root}data/police-workforce/workforce.csv`
const now = new Date('2026-01-01T09:00:00Z')

const lines = readFileSync(path, 'utf8').split('\n')
/** Three cells of three forces: Kent's constables of 2023, Essex's of 2022, Durham's sergeants of 2015. */
const cells = [
  { begins: '2023,E23000032,Kent,Police Officer,Constable,', by: -40 },
  { begins: '2022,E23000028,Essex,Police Officer,Constable,', by: 25 },
  { begins: '2015,E23000008,Durham,Police Officer,Sergeant,', by: 6 },
]
const revised = lines.map((line) => {
  const cell = cells.find(({ begins }) => line.startsWith(begins))
  if (cell === undefined) return line
  const row = line.split(',')
  return [...row.slice(0, -2), (Number(row.at(-2)) + cell.by).toFixed(4), Number(row.at(-1)) + cell.by].join(',')
})

const real = realEffects()
const withTable = (text: string) => ({
  ...real,
  readBytes: (p: string) => (p === path ? new TextEncoder().encode(text) : real.readBytes(p)),
})

function draftsOf(desk: Desk): Map<string, Brief> {
  const all = new Map<string, Brief>()
  for (const [a, { key }] of desk.table.areas.entries()) {
    const edition = a === desk.table.areas.length - 1 ? 'national' : 'local'
    all.set(key, draft(desk, prepare(desk, library, real, { edition }), a, now))
  }
  return all
}

const [was, is] = [
  await open('police-workforce', library, real),
  await open('police-workforce', library, withTable(revised.join('\n'))),
]
const [before, after] = [draftsOf(was), draftsOf(is)]
const data = dataChanges(was.table, is.table)
const known = {
  data,
  bases: (measure: string) => baseKeys(is.release.definition, measure),
  name: (area: string) => is.table.areas.find((a) => a.key === area)?.name ?? area,
  whole: is.release.areas.whole.key,
}

test('the three cells are found, in every measure that is made of them, with their rows', () => {
  expect(lines.filter((line, i) => line !== revised[i])).toHaveLength(3)
  const places = new Set(data.map(({ area, period }) => `${area} ${period}`))
  expect(places).toEqual(new Set(['kent 2023', 'essex 2022', 'durham 2015']))
  const constables = data.find((d) => d.measure === 'constables' && d.area === 'kent')
  const row = lines.findIndex((line) => line.startsWith(cells[0]!.begins)) + 1
  expect(constables).toMatchObject({ kind: 'revised', cells: [{ file: 'workforce.csv', rows: String(row) }] })
  expect(constables!.to! - constables!.from!).toBeCloseTo(-40, 6)
})

test('just the sentences that they touch are told, in every area that they touch', () => {
  let told = 0
  let differ = 0
  for (const [area, one] of after) {
    const old = before.get(area)!
    const changes = compare(old, one, known)
    told += changes.length
    // By another road: the sentences that are in one of the two alone.
    const texts = (brief: Brief) => [brief.headline.text, ...brief.pars.map((p) => p.text)]
    const gone = texts(old).filter((text) => !texts(one).includes(text))
    const come = texts(one).filter((text) => !texts(old).includes(text))
    differ += Math.max(gone.length, come.length)
    const said = changes.filter(({ kind }) => kind !== 'moved')
    expect(said.flatMap((c) => (c.was ? [c.was.text] : [])).sort()).toEqual(gone.sort())
    expect(said.flatMap((c) => (c.now ? [c.now.text] : [])).sort()).toEqual(come.sort())
  }
  expect(told).toBeGreaterThanOrEqual(differ)
  expect(differ).toBeGreaterThan(43)
})

test('no draft of another force names the figure of 2015, which no comparison of theirs rests on', () => {
  for (const [area, one] of after) {
    const named = compare(before.get(area)!, one, known).flatMap(({ causes }) => causes.flatMap((c) => c.data ?? []))
    if (!['durham', known.whole].includes(area))
      expect(
        named.filter((d) => d.area === 'durham'),
        area,
      ).toEqual([])
  }
})

test('each has its cause, and a cause in the data names one of the three', () => {
  for (const [area, one] of after)
    for (const { kind, now: place, causes } of compare(before.get(area)!, one, known)) {
      expect(causes.length, `${area}: ${place?.text}`).toBeGreaterThan(0)
      // Only cells changed: whatever reads otherwise does so for their sake, if only because something else was told.
      const kinds = causes.map((c) => c.kind)
      expect(kinds, `${area}: ${kind} ${place?.text}`).not.toEqual(['wording'])
      for (const { data: named = [] } of causes)
        for (const d of named) expect(['kent 2023', 'essex 2022', 'durham 2015']).toContain(`${d.area} ${d.period}`)
    }
})

/** Percentage rises of officers from 2022 to 2023, out of the lines of the CSV by hand. */
function rises(of: readonly string[]): Map<string, number> {
  const sums = new Map<string, [number, number]>()
  for (const line of of) {
    // A name may hold a comma: what stands behind it is counted from the end.
    const row = line.split(',')
    const [year, code, type, fte] = [row[0], row[1], row.at(-4), row.at(-2)]
    if (type !== 'Police Officer' || (year !== '2022' && year !== '2023')) continue
    const pair = sums.get(code!) ?? [0, 0]
    pair[year === '2022' ? 0 : 1] += Number(fte)
    sums.set(code!, pair)
  }
  return new Map([...sums].map(([code, [a, b]]) => [code, b / a - 1]))
}

test('the forces whose place by percentage rise moved are those that a hand count moves', () => {
  const rank = (all: Map<string, number>, code: string) =>
    [...all.values()].filter((v) => v > all.get(code)! + 1e-12).length + 1
  const [old, young] = [rises(lines), rises(revised)]
  const moved = [...old.keys()].filter((code) => rank(old, code) !== rank(young, code)).sort()
  const told = [...after].flatMap(([area, one]) => {
    const place = (brief: Brief) =>
      Object.values(brief.facts).find((f) => f.id.endsWith(`/${area}/2023/percent-large`))?.params['rank']
    const [x, y] = [place(before.get(area)!), place(one)]
    const code = is.table.areas.find((a) => a.key === area)?.code
    return x !== undefined && y !== undefined && x !== y ? [code!] : []
  })
  expect(moved.length).toBeGreaterThan(2)
  // Not every draft tells its place: those that do and changed are among them.
  for (const code of told) expect(moved).toContain(code)
  for (const [area, one] of after) {
    const code = is.table.areas.find((a) => a.key === area)?.code
    const fact = Object.values(one.facts).find((f) => f.id === `rank/officers/${area}/2023/percent-large`)
    // Those that fell are ranked by their fall.
    if (fact?.params['direction'] === 'up') expect(fact.params['rank'], area).toBe(rank(young, code!))
  }
})
