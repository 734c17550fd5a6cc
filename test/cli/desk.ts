import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { stringify } from 'yaml'
import { type BriefOptions, brief } from '../../src/commands/brief.ts'
import { NibError } from '../../src/messages.ts'
import { type MemoryEffects, memoryEffects } from '../fixtures/memory-effects.ts'
import { type Changes, definition, merged, place, places } from '../fixtures/small.ts'

export const root = resolve(import.meta.dirname, '../..')

/** The shipped templates, as files of the library in memory. */
const templates: Record<string, string> = Object.fromEntries(
  readdirSync(resolve(root, 'templates'), { recursive: true, encoding: 'utf8' }).flatMap((file) =>
    /\.\w+$/.test(file) ? [[`/lib/templates/${file}`, readFileSync(resolve(root, 'templates', file), 'utf8')]] : [],
  ),
)

/** Years of officers that make a story for every area. */
export const sound = `Year,Area,Officers\n${['North', 'South', 'East']
  .flatMap((area, a) =>
    [300, 280, 290, 310, 330].map((n, y) => `${2010 + y},${area},${n + a * 40 - (a === 1 ? y * 30 : 0)}`),
  )
  .join('\n')}\n`

export interface World {
  csv?: string
  changes?: Changes
  list?: Changes
  files?: Record<string, string | Uint8Array>
}

/** A library in memory with one small release, and whatever else is to stand on the disk. */
export function world({ csv = sound, changes = {}, list = places, files = {} }: World = {}): MemoryEffects {
  return memoryEffects({
    ...templates,
    '/lib/data/small/release.yaml': stringify(merged(definition, changes)),
    '/lib/data/small/main.csv': csv,
    '/lib/data/areas/places.yaml': stringify(list),
    ...files,
  })
}

export const order = (options: Partial<BriefOptions> = {}): BriefOptions => ({
  area: 'all',
  file: {},
  out: '/out',
  library: '/lib',
  ...options,
})

/** The problems that a command ends with; anything else that is thrown is a fault. */
export async function refusal(command: () => unknown): Promise<readonly { code: string; at: string; text: string }[]> {
  try {
    await command()
  } catch (error) {
    if (!(error instanceof NibError)) throw error
    return error.problems.map(({ code, place: { at, row, line }, text }) => ({
      code,
      at: String(at ?? row ?? line ?? ''),
      text,
    }))
  }
  return []
}

/** Runs `nib brief small` and tells the codes it was refused with; nothing may have been written or printed by then. */
export async function refused(
  options: Partial<BriefOptions>,
  effects: MemoryEffects = world(),
  name = 'small',
): Promise<string[]> {
  const before = new Map(effects.disk)
  const found = await refusal(() => brief(name, order(options), effects))
  if (found.length > 0 && JSON.stringify([...effects.disk.keys()]) !== JSON.stringify([...before.keys()]))
    return ['files were written']
  if (found.length > 0 && effects.said.out !== '') return ['copy was printed']
  return found.map(({ code, at }) => [code, at].filter((part) => part !== '').join(' '))
}

export { place }
