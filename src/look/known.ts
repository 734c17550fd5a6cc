import { join } from 'node:path'
import type { Effects } from '../effects.ts'
import { NibError } from '../messages.ts'
import type { AreaDefinition } from '../release/definition.ts'
import { areasSchema } from '../release/definition.ts'
import { readYaml } from '../release/yaml.ts'
import type { AreaRow } from './belief.ts'
import { gss } from './profile.ts'

/** Stands at the head of each list that was drafted. */
export const draftedBy = 'drafted by nib new'

/** An area, and the list it is from. */
export interface KnownArea extends AreaDefinition {
  of: string
}

/** Areas that a list of the library knows already, with the forms of their names. */
export interface Known {
  byCode: ReadonlyMap<string, KnownArea>
  byName: ReadonlyMap<string, KnownArea>
}

/** Forms of its name for each area of a level: by its code, or by its name where most of the level are of one list. */
export function knownOf(level: readonly AreaRow[], { byCode, byName }: Known): Map<AreaRow, KnownArea> {
  const named = level.flatMap((area) => byName.get(area.name)?.of ?? [])
  // A county and a police force may share a name; a whole list does not share its names with another by chance.
  const list = named.find((of) => named.filter((other) => other === of).length >= level.length * mostly)
  const found = new Map<AreaRow, KnownArea>()
  for (const area of level) {
    const byItsName = area.code === null || !gss.test(area.code) ? byName.get(area.name) : undefined
    const known = byCode.get(area.code ?? '') ?? (byItsName?.of === list ? byItsName : undefined)
    if (known) found.set(area, known)
  }
  return found
}
const mostly = 0.8

/**
 * The areas of all lists in some libraries; what is in a later one counts before what is in those before it. A list that cannot be read is passed over: it is not what was asked about.
 */
export function knownAreas(libraries: readonly string[], effects: Effects): Known {
  const byCode = new Map<string, KnownArea>()
  const byName = new Map<string, KnownArea>()
  const paths = libraries.flatMap((data) => effects.files(join(data, 'areas')).map((file) => join(data, 'areas', file)))
  for (const path of paths.filter((name) => name.endsWith('.yaml'))) {
    try {
      const text = effects.readText(path)
      // What was drafted and not finished knows no more than the table.
      if (text.includes(draftedBy)) continue
      const { value } = readYaml(text, path, areasSchema())
      for (const area of [...value.areas, ...value.others]) {
        const one = { ...area, of: value.list }
        if (area.code) byCode.set(area.code, one)
        for (const name of area.names) byName.set(name, one)
      }
    } catch (error) {
      if (!(error instanceof NibError)) throw error
    }
  }
  return { byCode, byName }
}
