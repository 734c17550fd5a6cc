import { fail } from '../messages.ts'
import { near } from '../near.ts'
import type { AreaDefinition, AreasDefinition, ReleaseDefinition } from './definition.ts'

/** An area copy can be written for: its key in the data and its four forms in copy (STYLE rule 11). */
export interface Area extends AreaDefinition {
  level: string
}

/** The areas of a release: those ranked and added up, those only read, and the whole they make. */
export interface Areas {
  noun: readonly [string, string]
  adjective: string
  level: string
  expect: number
  listed: readonly Area[]
  others: readonly Area[]
  whole: Area
}

export function areasOf(release: ReleaseDefinition, list: AreasDefinition): Areas {
  const { whole, noun, adjective } = release.areas
  return {
    noun,
    adjective,
    level: list.level,
    expect: list.expect,
    listed: list.areas.map((a) => ({ ...a, level: list.level })),
    others: list.others.map((a) => ({ ...a, level: 'other' })),
    whole: {
      key: whole.key,
      ...(whole.code === undefined ? {} : { code: whole.code }),
      full: whole.name,
      name: whole.name,
      short: whole.name,
      list: whole.name,
      names: [whole.name],
      aliases: whole.aliases,
      level: 'whole',
    },
  }
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/^the /, '')
    .trim()

/** What a person may type for an area. The short form is not among it: many areas are “the force”. */
const typedFor = (area: AreaDefinition): string[] =>
  [area.key, area.code ?? '', area.full, area.name, area.list, ...area.names, ...area.aliases].filter(
    (name) => plain(name) !== '',
  )

/** The area a person typed, by key, code, any form of the name or alias. @throws NibError with a near miss. */
export function findArea(areas: Areas, typed: string): Area {
  const wanted = plain(typed)
  if (wanted === 'whole') return areas.whole
  const all = [areas.whole, ...areas.listed]
  const found = all.find((area) => typedFor(area).some((name) => plain(name) === wanted))
  return found ?? fail('unknown-area-name', {}, { name: typed, near: near(typed, all.flatMap(typedFor)) })
}

/** Names that stand for two of the areas: one force's figures would stand in another's copy. */
export function sharedNames(areas: readonly AreaDefinition[]): { index: number; name: string; before: string }[] {
  const owner = new Map<string, number>()
  return areas.flatMap((area, index) =>
    [...new Map(typedFor(area).map((name) => [plain(name), name]))].flatMap(([typed, name]) => {
      const before = owner.get(typed)
      owner.set(typed, index)
      return before === undefined ? [] : [{ index, name, before: areas[before]!.key }]
    }),
  )
}
