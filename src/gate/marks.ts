import { flags, statuses } from '../table/cell.ts'
import { at } from '../table/table.ts'
import type { GateFinding } from './finding.ts'
import { limits } from './limits.ts'
import { areaName, fileOf, keys, labels, names, whereIs } from './say.ts'
import type { Step } from './step.ts'

const suppressed = statuses.indexOf('suppressed')

/** Marks of a new period beside those of the period before. Areas are counted: one cell may be part of several measures. */
export function markFindings(step: Step, p: number): GateFinding[] {
  const { table } = step.now
  const before = step.told.filter((one) => one < p).at(-1)
  const some = (one: number | undefined, is: (observation: number) => boolean): number[] =>
    one === undefined ? [] : step.areas.filter((a) => step.measures.some((m) => is(at(table, m, a, one))))
  const hidden = (one: number | undefined) => some(one, (o) => table.status[o] === suppressed)
  const flagged = (one: number | undefined, flag: number) => some(one, (o) => (table.flags[o]! & flag) !== 0)
  const when = labels(step, table, [p]).join('')
  const found: GateFinding[] = []
  const [now, was] = [hidden(p), hidden(before)]
  if (before !== undefined && now.length > was.length) {
    const fresh = now.filter((a) => !was.includes(a))
    const text = `${now.length} ${now.length === 1 ? 'area has' : 'areas have'} suppressed figures for ${when}, ${was.length} had in ${labels(step, table, [before]).join('')}: new ${fresh.length === 1 ? 'is' : 'are'} ${names(fresh.map((a) => areaName(table, a)))}.`
    const todo = 'No total and no rank is made over what is suppressed. Look in the notes to the table for why.'
    const hiddenOf = (a: number) => step.measures.find((m) => table.status[at(table, m, a, p)] === suppressed)!
    const where = fresh.slice(0, limits.shown).map((a) => whereIs(table, hiddenOf(a), a, p))
    found.push({ severity: 'look', kind: 'suppressed', table: step.name, areas: keys(table, fresh), where, text, todo })
  }
  const marks = (['provisional', 'revised'] as const).flatMap((mark) => {
    const [here, there] = [flagged(p, flags[mark]).length, flagged(before, flags[mark]).length]
    return here === 0 && there === 0
      ? []
      : [`${here} ${here === 1 ? 'area' : 'areas'} ${mark} (${there} in the period before)`]
  })
  if (marks.length > 0) {
    const text = `Marked for ${when}: ${marks.join(', ')}.`
    found.push({ severity: 'note', kind: 'marks', table: step.name, areas: [], where: [fileOf(step)], text, todo: '' })
  }
  return found
}
