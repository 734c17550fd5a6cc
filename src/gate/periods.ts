import type { GateFinding } from './finding.ts'
import { fileOf, labels, names } from './say.ts'
import { type Step, sameIn } from './step.ts'

/** The next period, one and no more, with nothing missing between or behind it. */
export function periodFindings(step: Step): GateFinding[] {
  const { release, name, then, now, known, told, fresh } = step
  const { once } = release.definition.tables[name]!
  const base = { table: name, areas: [], where: [fileOf(step)] }
  const found: GateFinding[] = []
  if (known.length === 0) {
    const text = `Nothing was known before ${labels(step, now.table, told.slice(-1)).join('')}: there is nothing to compare with.`
    return [{ ...base, severity: 'note', kind: 'nothing-before', text, todo: '' }]
  }
  const last = then.table.periods[known.at(-1)!]!
  const lastSaid = labels(step, then.table, known.slice(-1)).join('')
  const inNow = new Set(told.map((p) => now.table.periods[p]!.end))
  const gone = known.filter((p) => !inNow.has(then.table.periods[p]!.end))
  if (gone.length > 0 && !once) {
    const which = names(labels(step, then.table, gone))
    const isOlder =
      fresh.length === 0 && gone.every((p) => then.table.periods[p]!.end > now.table.periods[told.at(-1)!]!.end)
    const ends = labels(step, now.table, told.slice(-1)).join('')
    const older = isOlder ? ` The table ends at ${ends}: it looks like an earlier edition.` : ''
    const text = `${which} ${gone.length === 1 ? 'was' : 'were'} in the table before and ${gone.length === 1 ? 'has' : 'have'} no row now.${older}`
    const todo = isOlder
      ? 'Fetch the new file.'
      : 'Ask the publisher for the whole series, or keep the earlier table and add the new rows to it.'
    found.push({ ...base, severity: 'stop', kind: 'period-gone', text, todo })
  }
  const inThen = new Set(known.map((p) => then.table.periods[p]!.end))
  const added = told.filter((p) => !fresh.includes(p) && !inThen.has(now.table.periods[p]!.end))
  if (added.length > 0) {
    const text = `${names(labels(step, now.table, added))}: earlier than the last period known, and not in the table before.`
    found.push({ ...base, severity: 'note', kind: 'period-added', text, todo: '' })
  }
  if (fresh.length > 1) {
    const text = `${fresh.length} periods are new, where one was expected after ${lastSaid}: ${names(labels(step, now.table, fresh))}.`
    const todo = 'If an edition was left out, gate them one by one: --period with the first of them.'
    found.push({ ...base, severity: once ? 'look' : 'stop', kind: 'many-periods', text, todo })
  }
  const [first] = fresh
  const from = sameIn(now.table, last.end)
  const hole = first === undefined ? [] : between(step, from, first)
  if (hole.length > 0 && !once) {
    const text = `${names(labels(step, now.table, hole))} ${hole.length === 1 ? 'is' : 'are'} missing between ${lastSaid} and ${labels(step, now.table, [first!]).join('')}.`
    const todo = 'Ask the publisher for the period left out: nothing may be compared across it.'
    found.push({ ...base, severity: 'stop', kind: 'period-hole', text, todo })
  }
  if (fresh.length === 1 && hole.length === 0) {
    const text = `One new period, ${labels(step, now.table, fresh).join('')}, follows ${lastSaid}.`
    found.push({ ...base, severity: 'note', kind: 'next-period', text, todo: '' })
  }
  return found
}

/** Periods without rows from the last one known to the last that is new. Where the last known has gone, from the first told. */
function between({ told, fresh }: Step, from: number, first: number): number[] {
  const start = from < 0 ? (told[0] ?? first) : from
  const all = Array.from({ length: Math.max(0, fresh.at(-1)! - start - 1) }, (_, i) => start + 1 + i)
  return all.filter((p) => !told.includes(p))
}
