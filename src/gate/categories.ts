import { areasAt } from '../table/table.ts'
import type { GateFinding } from './finding.ts'
import { type Rows, rowsOn } from './rows.ts'
import { fileOf, names } from './say.ts'
import type { Step } from './step.ts'
import { totalsOff } from './totals.ts'

/** What the rows of a new period say: codes that changed, categories gone or new, and the publisher's own totals. */
export function rowFindings(step: Step, p: number): GateFinding[] {
  const { release, name, now, then, known } = step
  // As the table itself dates it: a mid-year population stands for a year that ends on another day.
  const endOf = ({ table }: typeof now, one: number) => table.measures[step.measures[0]!]!.periods[one]!.end
  const end = endOf(now, p)
  const lastEnd = known.length === 0 ? undefined : endOf(then, known.at(-1)!)
  const mine = rowsOn(release, name, now.sheets[name]!, new Set([end, ...(then === now && lastEnd ? [lastEnd] : [])]))
  const rows = mine.get(end)!
  const last =
    lastEnd === undefined
      ? undefined
      : (mine.get(lastEnd) ?? rowsOn(release, name, then.sheets[name]!, new Set([lastEnd])).get(lastEnd)!)
  const totals = totalsOff(
    now.table,
    [...rows.totals].map(([measure, published]) => ({ measure, period: p, published })),
    (period) => areasAt(release, now.table, period),
  ).map((off): GateFinding => ({ ...off, table: name }))
  return last === undefined ? totals : [...codes(step, rows, last), ...categories(step, rows, last), ...totals]
}

function codes(step: Step, rows: Rows, last: Rows): GateFinding[] {
  const { listed, others } = step.release.areas
  // Both may be in the list: of the very same area, or of one after another that had the name.
  const isKnown = (name: string, code: string) =>
    [...listed, ...others].some((a) => a.names.includes(name) && (a.code === code || a.codes?.includes(code) === true))
  const changed = [...rows.codes].flatMap(([area, { code, where }]) => {
    const was = last.codes.get(area)?.code
    return was === undefined || was === code || (isKnown(area, was) && isKnown(area, code))
      ? []
      : [{ area, code, was, where }]
  })
  if (changed.length === 0) return []
  const keyOf = new Map(listed.flatMap((a) => a.names.map((n) => [n, a.key] as const)))
  const what = names(changed.map((c) => `${c.area} (${c.was || 'none'} before, ${c.code || 'none'} now)`))
  const text = `${changed.length === 1 ? 'A code' : `${changed.length} codes`} changed: ${what}.`
  const todo =
    'A new code can mean new boundaries: look it up, and change the areas list before earlier years are compared.'
  const where = changed.slice(0, 10).map((c) => c.where)
  const areas = changed.map((c) => keyOf.get(c.area) ?? c.area)
  return [{ severity: 'look', kind: 'code-changed', table: step.name, areas, where, text, todo }]
}

/** Of `over` the total stays the same, however it is divided: a note. */
function categories(step: Step, rows: Rows, last: Rows): GateFinding[] {
  const def = step.release.definition.tables[step.name]!
  const base = { table: step.name, areas: [], where: [fileOf(step)] }
  return [...rows.categories].flatMap(([column, now]): GateFinding[] => {
    const was = last.categories.get(column)
    // An extract leaves out what is added up.
    if (was === undefined) return []
    const counts = Object.hasOwn(def.by, column)
    const gone = [...was].filter((c) => !now.has(c) && c !== '')
    const fresh = [...now].filter((c) => !was.has(c) && c !== '')
    const found: GateFinding[] = []
    if (gone.length > 0) {
      const instead = fresh.length > 0 ? `, and rows of ${names(fresh)}, which had none` : ''
      const text = `No row of “${column}” is about ${names(gone)} now${instead}.`
      const todo = counts
        ? 'Renamed, or no longer counted? If renamed, add the spelling under its values in the definition.'
        : ''
      found.push({ ...base, severity: counts ? 'look' : 'note', kind: 'category-gone', text, todo })
    } else if (fresh.length > 0) {
      const text = `“${column}” has rows of ${names(fresh)}, which had none before.`
      found.push({ ...base, severity: 'note', kind: 'category-new', text, todo: '' })
    }
    return found
  })
}
