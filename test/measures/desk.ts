import { fileURLToPath } from 'node:url'
import type { Effects } from '../../src/effects.ts'
import { draft, NibError, open, prepare, realEffects } from '../../src/index.ts'
import { levelsOf } from '../../src/pipeline.ts'
import type { Brief } from '../../src/prose/brief.ts'
import { whole } from '../../src/table/table.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** Made-up releases: admissions over a population, the same led by their rate, and a story led by money. */
export const library = { data: `${root}test/measures/library/data`, templates: `${root}templates` }
export const admissions = await open('sample-admissions', library, realEffects())
export const rates = await open('sample-admission-rates', library, realEffects())
export const pay = await open('sample-pay', library, realEffects())

const now = new Date('2024-08-01T09:00:00Z')

/** Every draft of a period in an edition; areas of which nothing can be written are left out. */
export function draftsOf(desk: typeof pay, edition: string, period: string, style?: string): Brief[] {
  const order = prepare(desk, library, realEffects(), { edition, period, ...(style ? { style } : {}) })
  return desk.table.areas.flatMap((_, a) => {
    if (!order.edition.for.includes(a === whole(desk.table) ? 'whole' : 'area')) return []
    try {
      return [draft(desk, order, a, now)]
    } catch (error) {
      if (!(error instanceof NibError)) throw error
      return []
    }
  })
}

/** Every draft of every period, in all editions and both styles. */
export const allDrafts = (desk: typeof pay): Brief[] =>
  levelsOf(desk, library, realEffects()).flatMap((level) =>
    level.table.periods.flatMap(({ id }) =>
      ['local', 'national', 'list', 'nib'].flatMap((edition) =>
        ['pa', 'local'].flatMap((style) => draftsOf(level, edition, id, style)),
      ),
    ),
  )

export const textOf = (brief: Brief): string[] => [brief.headline.text, ...brief.pars.map((p) => p.text)]

/** The made-up releases with the shipped templates, as one library at `/lib`; what is written is kept in memory. */
export function world(): Effects & { disk: Map<string, string>; said: string } {
  const real = realEffects()
  const disk = new Map<string, string>()
  const at = (path: string) =>
    path.replace(/^\/lib\/data/, library.data).replace(/^\/lib\/templates/, library.templates)
  const effects = {
    ...real,
    disk,
    said: '',
    exists: (path: string) => disk.has(path) || real.exists(at(path)),
    folders: (path: string) => real.folders(at(path)),
    files: (path: string) => real.files(at(path)),
    readText: (path: string) => disk.get(path) ?? real.readText(at(path)),
    readBytes: (path: string) => {
      const text = disk.get(path)
      return text === undefined ? real.readBytes(at(path)) : new TextEncoder().encode(text)
    },
    write: (path: string, text: string) => void disk.set(path, text),
    writeSoon: async (path: string, text: string) => void disk.set(path, text),
    now: () => now,
    out: (text: string) => {
      effects.said += text
    },
    note: () => {},
  }
  return effects
}
