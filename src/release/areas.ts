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
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/^the /, '')
    .trim()

/** The area a person typed, by key, code, any form of the name or alias. @throws NibError with a near miss. */
export function findArea(areas: Areas, typed: string): Area {
  const wanted = plain(typed)
  if (wanted === 'whole') return areas.whole
  const all = [areas.whole, ...areas.listed]
  const namesOf = (a: Area) => [
    a.key,
    a.code ?? '',
    a.full,
    a.name,
    ...(a.level === 'whole' ? [] : [a.list]),
    ...a.names,
    ...a.aliases,
  ]
  const found = all.find((a) => namesOf(a).some((n) => plain(n) === wanted))
  if (found) return found
  return fail(
    'unknown-area-name',
    {},
    {
      name: typed,
      near: near(
        typed,
        all.flatMap(namesOf).filter((n) => n !== ''),
      ),
    },
  )
}
