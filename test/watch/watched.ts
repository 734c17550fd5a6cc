import { type WatchOptions, watch } from '../../src/commands/watch.ts'
import { sound, type World, world } from '../cli/desk.ts'
import type { MemoryEffects } from '../fixtures/memory-effects.ts'

/** The table of the next year, as it is expected. */
export const next = `${sound}2015,North,345\n2015,South,215\n2015,East,425\n`

/** What happens so many milliseconds after the watch was armed. */
export type Script = Record<number, (effects: MemoryEffects) => void>

/** Puts a file into the inbox. */
export const put =
  (name: string, content: string | Uint8Array, changed = 0) =>
  (effects: MemoryEffects): void => {
    effects.disk.set(`/in/${name}`, content)
    effects.clock.changed.set(`/in/${name}`, changed)
  }

/** A library with the small release, and an inbox with nothing in it. */
export const waiting = (more: World = {}): MemoryEffects =>
  world({ ...more, files: { '/in/.keep': '', ...more.files } })

/** `nib watch small`, until so long after it was armed. Returns what it printed, a line each, and the exit status. */
export async function watched(
  script: Script,
  effects: MemoryEffects = waiting(),
  { until = 8000, name = 'small', ...more }: Partial<WatchOptions> & { until?: number; name?: string } = {},
): Promise<{ lines: string[]; status: number; effects: MemoryEffects }> {
  const end = new AbortController()
  effects.said.out = ''
  let armed: number | null = null
  const left = new Map(Object.entries(script).map(([at, what]) => [Number(at), what]))
  const due = () => {
    armed ??= effects.clock.now
    for (const [at, what] of left)
      if (effects.clock.now - armed >= at) {
        left.delete(at)
        what(effects)
      }
    if (effects.clock.now - armed >= until) end.abort()
  }
  const timed = {
    ...effects,
    wait: async (ms: number) => {
      effects.clock.now += ms
      due()
    },
    out: (text: string) => {
      effects.out(text)
      if (text.startsWith('Inbox: ')) due()
    },
  }
  const options = { inbox: '/in', out: '/out', library: '/lib', who: 'Ann', ...more }
  const status = await watch(name, options, timed, end.signal)
  return { lines: effects.said.out.split('\n').filter((line) => line !== ''), status, effects }
}

/** The lines after the one that says it is armed. */
export const events = (lines: readonly string[]): string[] =>
  lines.slice(lines.findIndex((line) => line.startsWith('Inbox: ')) + 1)
