import { factsOf } from '../draft.ts'
import type { Effects } from '../effects.ts'
import { standingOf } from '../embargo.ts'
import { type Figure, guards } from '../facts/fact.ts'
import { findPlace, levelsOf, open, prepare } from '../pipeline.ts'
import { editionFor } from '../plan/edition.ts'
import { shown } from '../render/figure-text.ts'
import { stampOf } from '../render/stamp.ts'
import { whole } from '../table/table.ts'
import { libraryAt } from './library.ts'

export interface FactsOptions {
  area: string
  period?: string
  file: Record<string, string>
  json?: boolean
  refused?: boolean
  library?: string
}

/** `nib facts`: what was found true of an area, strongest first; with `--refused`, what was not claimed, and why. */
export async function facts(name: string, options: FactsOptions, effects: Effects): Promise<number> {
  const library = libraryAt(options.library, effects)
  const levels = levelsOf(await open(name, library, effects, options.file), library, effects)
  const { desk, area: index } = findPlace(levels, options.area)
  const edition = editionFor[index === whole(desk.table) ? 'whole' : 'area']
  const order = prepare(desk, library, effects, { edition, period: options.period })
  const { found, facts: weighed } = factsOf(desk, order, index)
  if (options.refused) {
    if (options.json) effects.out(`${JSON.stringify(found.refusals, null, 1)}\n`)
    else {
      // Two ways to a claim may be stopped by one guard; it is told once.
      const lines = found.refusals.map((r) => {
        const { rule, says } = guards[r.guard]
        return `${r.kind} of ${r.measure}: ${says} (${r.seen}; style rule ${rule})\n`
      })
      for (const line of new Set(lines)) effects.out(line)
    }
    return 0
  }
  if (!options.json) for (const line of stampOf(standingOf(desk, effects.now()))) effects.out(`${line}\n\n`)
  const sorted = [...weighed].sort((a, b) => b.newsworthiness.score - a.newsworthiness.score || (a.id < b.id ? -1 : 1))
  if (options.json) {
    const figures = Object.fromEntries(
      sorted.flatMap((f) => f.figures.map((id): [string, Figure] => [id, found.figures.get(id)!])),
    )
    effects.out(`${JSON.stringify({ facts: sorted, figures }, null, 1)}\n`)
    return 0
  }
  for (const fact of sorted) {
    const roles = Object.entries(fact.params).flatMap(([role, id]) => {
      const figure = typeof id === 'string' ? found.figures.get(id) : undefined
      return figure ? [`${role} ${shown(figure)}`] : []
    })
    effects.out(
      `${fact.newsworthiness.score.toFixed(1).padStart(6)}  ${fact.id}\n        ${fact.newsworthiness.because.join('; ')}\n        ${roles.join(', ')}\n`,
    )
  }
  return 0
}
