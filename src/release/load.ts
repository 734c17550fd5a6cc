import { join } from 'node:path'
import type { Effects } from '../effects.ts'
import { fail, NibError, type Place, type Problem, problem } from '../messages.ts'
import { near } from '../near.ts'
import { type Areas, areasOf, sharedNames } from './areas.ts'
import { checkNames } from './check.ts'
import { areasSchema, type ReleaseDefinition, releaseSchema } from './definition.ts'
import { type Level, measuresFor } from './measures.ts'
import { readSettings } from './settings.ts'
import { checkTimes, timesOf } from './times.ts'

/** A release, checked: what its tables hold, what may be said of them, and its areas. */
export interface Release {
  key: string
  folder: string
  definition: ReleaseDefinition
  areas: Areas
  /** The measure the story of an area, or of the whole, is about. */
  leads: Readonly<Record<Level, string>>
}

/** Where releases and area lists are kept. */
export interface Library {
  data: string
}

/** The keys of the releases in the library. */
export function releaseNames(library: Library, effects: Effects): string[] {
  return effects.folders(library.data).filter((name) => effects.exists(join(library.data, name, 'release.yaml')))
}

/**
 * Reads and checks a release by name.
 * @param level the list of the areas it is to be told of, if not the first
 * @throws NibError with every problem found in its files.
 */
export function loadRelease(name: string, library: Library, effects: Effects, level?: string): Release {
  const folder = join(library.data, name)
  const file = join(folder, 'release.yaml')
  if (!/^[a-z0-9-]+$/.test(name) || !effects.exists(file)) {
    const known = releaseNames(library, effects)
    fail('unknown-release', {}, { name, near: near(name, known), known })
  }
  const { value, where } = readSettings('release', effects.readText(file), file, releaseSchema)
  const problems = [...checkNames(value, where), ...checkTimes(value, where)]
  if (problems.length > 0) throw new NibError(problems)
  const definition = { ...value, ...timesOf(value) }
  const listed = (key: string, path: (string | number)[]) => {
    const listFile = join(library.data, 'areas', `${key}.yaml`)
    if (!effects.exists(listFile)) {
      const meant = `a list in ${join(library.data, 'areas')} was meant`
      fail('bad-definition', where(path), { path: path.join('.'), seen: key, meant })
    }
    return readSettings('areas', effects.readText(listFile), listFile, areasSchema)
  }
  const { also } = definition.areas
  const lists = [
    listed(definition.areas.list, ['areas', 'list']),
    ...also.map(({ list }, i) => listed(list, ['areas', 'also', i, 'list'])),
  ]
  const list = lists[level === undefined ? 0 : 1 + also.findIndex((l) => l.list === level)]!
  const areas = areasOf(
    definition,
    list.value,
    lists.filter((l) => l !== list).map((l) => l.value),
  )
  const twice = checkAreas(areas, list.where)
  if (twice.length > 0) throw new NibError(twice)
  const lead = (level: Level) => measuresFor(definition, 'lead', level)[0]!
  return { key: name, folder, definition, areas, leads: { area: lead('area'), whole: lead('whole') } }
}

/** A name that belongs to two areas would put one force's figures in another's copy. */
function checkAreas({ listed, others, whole }: Areas, where: (path: PropertyKey[]) => Place): Problem[] {
  // A table's row for the whole may stand under others, to be read and not counted.
  const asWhole = sharedNames([whole, ...listed]).filter(({ before }) => before === whole.key)
  const shared = [...sharedNames([...listed, ...others]), ...asWhole.map((s) => ({ ...s, index: s.index - 1 }))]
  return shared.map(({ index, name, before }) => {
    const path = index < listed.length ? ['areas', index] : ['others', index - listed.length]
    const meant = `each name may stand for one area, and this one stands for ${before}`
    return problem('bad-definition', where(path), { path: path.join('.'), seen: name, meant })
  })
}
