import { join } from 'node:path'
import type { Effects } from '../effects.ts'
import { type GateFinding, verdictOf } from '../gate/finding.ts'
import { againFinding, emptyState, readState, remember } from '../gate/state.ts'
import { gateFiles, hashOf, nameOf } from '../gate-files.ts'
import { fail } from '../messages.ts'
import { near } from '../near.ts'
import { loadReady } from '../ready.ts'
import { loadRelease, type Release } from '../release/load.ts'
import { gateReport } from '../render/gate-report.ts'
import { libraryAt } from './library.ts'

export interface GateOptions {
  file: Record<string, string>
  against: readonly string[]
  period?: string
  json?: boolean
  dryRun?: boolean
  out: string
  library?: string
}

/** `nib gate`: is this the table that was expected? Returns 1 where the gate is shut. */
export async function gate(name: string, options: GateOptions, effects: Effects): Promise<number> {
  await loadReady()
  const library = libraryAt(options.library, effects)
  const release = loadRelease(name, library, effects)
  const others = release.definition.areas.also.map(({ list }) => loadRelease(name, library, effects, list))
  const against = againstOf(release, options)
  const { file: files, period } = options
  const { findings: found, latest } = await gateFiles(release, effects, { files, against, period }, others)
  const path = join(options.out, name, 'gate.json')
  const state = effects.exists(path) ? readState(effects.readText(path), name) : emptyState(name)
  const now = effects.now()
  const hashes = Object.entries(files).map(([table, file]) => ({ table, file, sha256: hashOf(effects, file) }))
  const again = hashes.flatMap(({ table, sha256 }) => againFinding(table, sha256, state.tables[table], now) ?? [])
  const findings = period === undefined ? withAgain(found, again) : found
  const verdict = verdictOf(findings)
  if (options.json) effects.out(`${JSON.stringify({ release: name, verdict, findings }, null, 1)}\n`)
  else effects.out(gateReport(name, verdict, findings))
  // A look at an earlier step is no file that came.
  const isPast = period !== undefined && period !== latest
  if (!options.dryRun && !isPast && hashes.length > 0) {
    const seen = (one: (typeof hashes)[number]) => ({
      file: nameOf(one.file),
      sha256: one.sha256,
      period: latest,
      // Of the file itself: that it was given again must not open the gate for a third time.
      verdict: verdictOf(found),
    })
    const next = hashes.reduce((before, one) => remember(before, one.table, now, seen(one)), state)
    effects.write(path, `${JSON.stringify(next, null, 1)}\n`)
  }
  return verdict === 'shut' ? 1 : 0
}

/** Both say the same of a table; once is enough. */
function withAgain(found: readonly GateFinding[], again: readonly GateFinding[]): GateFinding[] {
  const known = new Set(found.filter((f) => f.kind === 'same-again').map((f) => f.table))
  const more = again.filter((f) => !known.has(f.table))
  const stops = more.filter((f) => f.severity === 'stop')
  return [...stops, ...found, ...more.filter((f) => f.severity !== 'stop')]
}

/** `TABLE=PATH`, or a path alone where it is clear which table is meant. */
function againstOf(release: Release, { against, file }: GateOptions): Record<string, string> {
  const known = Object.keys(release.definition.tables)
  const only = Object.keys(file).length === 1 ? Object.keys(file)[0] : known.length === 1 ? known[0] : undefined
  return Object.fromEntries(
    against.map((given) => {
      const at = given.indexOf('=')
      const table = at < 0 ? only : given.slice(0, at)
      if (table === undefined) fail('bad-usage', {}, { why: `Say which table it is: --against ${known[0]}=${given}.` })
      if (!known.includes(table)) fail('unknown-table', {}, { name: table, near: near(table, known), known })
      return [table, given.slice(at + 1)]
    }),
  )
}
