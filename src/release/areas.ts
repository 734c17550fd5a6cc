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
  places: boolean
  level: string
  expect: number
  listed: readonly Area[]
  others: readonly Area[]
  whole: Area
}

/**
 * @param list the areas that are told of: of the release's own list, or of a further level
 * @param beside the lists of its other levels: their areas are read and not counted
 */
export function areasOf(
  release: ReleaseDefinition,
  list: AreasDefinition,
  beside: readonly AreasDefinition[] = [],
): Areas {
  const { whole } = release.areas
  const own = { noun: release.areas.noun, adjective: release.areas.adjective }
  const { noun, adjective = own.adjective } = release.areas.also.find((level) => level.list === list.list) ?? own
  return {
    noun,
    adjective,
    places: release.areas.places,
    level: list.level,
    expect: list.expect,
    listed: list.areas.map((a) => ({ ...a, level: list.level })),
    others: [...list.others, ...beside.flatMap((other) => [...other.areas, ...other.others])].map((a) => ({
      ...a,
      level: 'other',
    })),
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
export const typedFor = (area: AreaDefinition): string[] =>
  [area.key, area.code ?? '', area.full, area.name, area.list, ...area.names, ...area.aliases].filter(
    (name) => plain(name) !== '',
  )

/** Whether a person's word is one of these areas. */
export function knowsArea(areas: Areas, typed: string): boolean {
  const wanted = plain(typed)
  return (
    wanted === 'whole' || [areas.whole, ...areas.listed].some((a) => typedFor(a).some((name) => plain(name) === wanted))
  )
}

/** The area a person typed, by key, code, any form of the name or alias. @throws NibError with a near miss. */
export function findArea(areas: Areas, typed: string): Area {
  const wanted = plain(typed)
  if (wanted === 'whole') return areas.whole
  const all = [areas.whole, ...areas.listed]
  // Of two that had a name one after another, the later.
  const found = all.findLast((area) => typedFor(area).some((name) => plain(name) === wanted))
  return found ?? fail('unknown-area-name', {}, { name: typed, near: near(typed, all.flatMap(typedFor)) })
}

/** Names that stand for two of the areas: one force's figures would stand in another's copy. */
export function sharedNames(areas: readonly AreaDefinition[]): { index: number; name: string; before: string }[] {
  const owner = new Map<string, number>()
  const apart = (a: AreaDefinition, b: AreaDefinition) =>
    (a.until !== undefined && b.from !== undefined && a.until < b.from) ||
    (b.until !== undefined && a.from !== undefined && b.until < a.from)
  return areas.flatMap((area, index) =>
    [...new Map(typedFor(area).map((name) => [plain(name), name]))].flatMap(([typed, name]) => {
      const before = owner.get(typed)
      owner.set(typed, index)
      // One after another they may have one name: rows are then told apart by their codes.
      return before === undefined || apart(areas[before]!, area) ? [] : [{ index, name, before: areas[before]!.key }]
    }),
  )
}
