import { draft } from '../../src/draft.ts'
import { realEffects } from '../../src/effects.ts'
import { type Desk, open, prepare } from '../../src/pipeline.ts'
import type { Brief } from '../../src/prose/brief.ts'
import { whole } from '../../src/table/table.ts'
import { after, library } from '../fixtures/desk.ts'
import { look, type Series, type Small } from '../fixtures/found.ts'
import { type AreasCells, csvOf, listOf } from '../fixtures/joined.ts'
import { joinedDefinition } from '../fixtures/joined-definition.ts'
import { memoryEffects } from '../fixtures/memory-effects.ts'
import { type Changes, definition, merged, place, problems } from '../fixtures/small.ts'

export interface Setting {
  /** As many areas as have cells, unless a number is given. */
  expect?: number
  changes?: Changes
  /** The text of the desk's file. */
  desk?: string
}

/** Opens a release that stands in memory beside the shipped ones, with the shipped templates. */
function openSmall(def: Changes, list: Changes, csv: Record<string, string>, desk?: string): Promise<Desk> {
  const at = (file: string) => `${library.data}/${file}`
  const files = Object.entries({ ...csv, ...(desk === undefined ? {} : { 'desk.yaml': desk }) })
  // JSON is YAML.
  const memory = memoryEffects({
    [at('small/release.yaml')]: JSON.stringify(def),
    [at('areas/places.yaml')]: JSON.stringify(list),
    ...Object.fromEntries(files.map(([name, text]) => [at(`small/${name}`), text])),
  })
  const real = realEffects()
  const from = (path: string) => (memory.disk.has(path) ? memory : real)
  return open('small', library, {
    ...real,
    exists: (path) => from(path).exists(path),
    readText: (path) => from(path).readText(path),
    readBytes: (path) => from(path).readBytes(path),
  })
}

const noun = ['officer', 'officers']
const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

/** One stock, officers on 31 December: area → its cells from 2010 on, a record where the highest since 2010. */
export function stocks(series: Series, setting: Setting = {}): Promise<Desk> {
  const names = Object.keys(series)
  const rows = names.flatMap((name) => series[name]!.map((cell, i) => `${2010 + i},${capital(name)},${cell}`))
  return tableOf(`Year,Area,Officers\n${rows.join('\n')}\n`, names, setting)
}

/** The same from the rows of a table of one's own. */
export function tableOf(csv: string, names: readonly string[], { expect, changes = {}, desk }: Setting = {}) {
  const list = { list: 'places', level: 'place', expect: expect ?? names.length, areas: names.map((n) => place(n)) }
  return openSmall(merged(definition, changes), list, { 'main.csv': csv }, desk)
}

const { resigned, leavers, extra } = joinedDefinition['measures'] as Record<string, Changes>
const flow = (of: Changes, role: string, did: string): Changes =>
  merged(of, { role, words: { noun, did, aside: 'excluding transfers' } })

/** The joined tables as the rules of the leavers release, which are borrowed, know them: resignations lead, or their share. */
const leaversDefinition: Changes = merged(joinedDefinition, {
  borrows: 'police-leavers',
  measures: {
    resigned: flow(resigned!, 'lead', 'resigned'),
    leavers: flow(leavers!, 'other', 'left'),
    'resigned-share': undefined,
    'resignation-share': { share: 'resigned', of: 'leavers', role: 'angle', words: (resigned as Changes)['words'] },
    'leaving-rate': undefined,
    'leaving-rate-fte': (joinedDefinition['measures'] as Changes)['leaving-rate'],
    extra: undefined,
    'extra-officers': extra,
  },
  balances: { officers: { outRate: 'leaving-rate-fte' } },
  targets: { uplift: { of: 'extra-officers' } },
  explains: { resigning: { measure: 'resignation-share' } },
})

/** Flows of financial years from 2010/11 on, over stocks at their start. */
export function flows(areas: AreasCells, { expect, changes = {}, desk }: Setting = {}): Promise<Desk> {
  const csv = Object.fromEntries(Object.entries(csvOf(areas)).map(([name, text]) => [`${name}.csv`, text]))
  return openSmall(merged(leaversDefinition, changes), listOf(areas, expect), csv, desk)
}

/** Drafts of an area, or of the whole, in every edition there is for it. @throws NibError where one cannot be written */
function draftsOf(desk: Desk, area?: string, period?: string): Brief[] {
  const index = area === undefined ? whole(desk.table) : desk.table.areas.findIndex(({ key }) => key === area)
  const editions = area === undefined ? ['national', 'nib', 'list'] : ['local', 'nib']
  return editions.map((edition) =>
    draft(desk, prepare(desk, library, realEffects(), { edition, period }), index, after),
  )
}

export interface Told extends Small {
  drafts: readonly Brief[]
  /** All that the drafts say, headlines and paragraphs, one a line. */
  text: string
  headlines: string
  /** The kinds of fact that any of them tells of a measure. */
  kinds(measure?: string): Set<string>
}

/** The whole road: what is found of an area, of the whole where none is named, and what is said of it in every edition. */
export function tell(desk: Desk, area?: string, period?: string): Told {
  const found = look(desk.release, desk.table, { ...(area ? { area } : {}), ...(period ? { period } : {}) })
  const drafts = draftsOf(desk, area, period)
  const facts = drafts.flatMap((brief) => Object.values(brief.facts))
  return {
    ...found,
    drafts,
    text: drafts.flatMap(({ headline, pars }) => [headline.text, ...pars.map((par) => par.text)]).join('\n'),
    headlines: drafts.map(({ headline }) => headline.text).join('\n'),
    kinds: (measure = 'officers') => new Set(facts.flatMap((f) => (f.measure === measure ? [f.kind] : []))),
  }
}

/** The codes of the problems for which nothing is written; none where something is. */
export const refused = (desk: Desk, area?: string): string[] => problems(() => draftsOf(desk, area)).map((p) => p.code)
