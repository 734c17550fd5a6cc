import type { Format } from '../archive/store.ts'
import { type Place, type Problem, problem } from '../messages.ts'
import { near } from '../near.ts'

/** For which areas: all, the whole alone, or those named by key, name or alias. */
type ForAreas = 'all' | 'whole' | readonly string[]

interface Any {
  /** What the delivery file calls it. */
  key: string
  areas: ForAreas
  /** Where it stands in the delivery file. */
  at: Place
}

/** A folder that somebody picks files up from. */
export interface FolderChannel extends Any {
  to: 'folder'
  /** An absolute path, or one from the working directory. */
  folder: string
  formats: readonly Format[]
  /** An Atom file an area beside the drafts. */
  feeds: boolean
}

/** An endpoint that items are sent to. */
export interface PushChannel extends Any {
  to: 'push'
  url: string
  format: Format
  /** The name of the environment variable that holds the secret. */
  secret: string
  /** Tries after the first. */
  retries: number
  /** Seconds that one try may take. */
  timeout: number
}

export type Channel = FolderChannel | PushChannel

/** An area of a release, as a channel may name it. */
export interface NamedArea {
  key: string
  isWhole: boolean
  /** Its names and aliases. */
  names: readonly string[]
}

const plain = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

const isNamed = (name: string, area: NamedArea): boolean =>
  [area.key, ...area.names].some((known) => plain(known) === plain(name))

/** Whether drafts of an area go to a channel. Upper and lower case are one. */
export function isFor({ areas }: Pick<Channel, 'areas'>, area: NamedArea): boolean {
  if (areas === 'all') return true
  if (areas === 'whole') return area.isWhole
  return areas.some((name) => isNamed(name, area))
}

/**
 * Those areas named by a channel that are none of these, a problem each. They may be areas of another release: only when all releases
 * that are delivered by the file are given is it certain that a name is wrong.
 */
export function unknownAreas({ key, areas, at }: Channel, known: readonly NamedArea[]): Problem[] {
  if (typeof areas === 'string') return []
  const names = known.flatMap((area) => [area.key, ...area.names])
  return areas
    .filter((name) => !known.some((area) => isNamed(name, area)))
    .map((name) => {
      const meant = 'an area was meant'
      return problem('bad-definition', at, {
        path: `channels.${key}.areas`,
        seen: name,
        meant,
        near: near(name, names),
      })
    })
}
