import { areasAt, at, type Table, whole } from '../table/table.ts'
import type { GateFinding } from './finding.ts'
import { limits } from './limits.ts'
import { areaName, fileOf, keys, labels, measureName, names, periodName, whereIs } from './say.ts'
import type { Step } from './step.ts'

const missing = 0
const observed = 1

/** Areas without a row in a new period, without figures, or with fewer than before, and such as never were there. */
export function areaFindings(step: Step, p: number): GateFinding[] {
  const { table } = step.now
  const before = step.told.filter((one) => one < p).at(-1)
  const base = { table: step.name, where: [fileOf(step)] }
  const when = labels(step, table, [p]).join('')
  const hasRow = (a: number, period: number) =>
    step.measures.some((m) => table.status[at(table, m, a, period)] !== missing)
  // Areas of other times, by the list, are not missed.
  const there = areasAt(step.release, table, p)
  const isThere = (a: number) => a === whole(table) || there.has(a)
  const absent = step.areas.filter((a) => isThere(a) && !hasRow(a, p))
  const found: GateFinding[] = []
  const lost = before === undefined ? absent : absent.filter((a) => hasRow(a, before))
  const never = absent.filter((a) => !lost.includes(a))
  if (lost.length > 0) {
    const isMuch = lost.length > 1 && lost.length > step.areas.length * limits.absent
    const was = before === undefined ? '' : `, and had one in ${labels(step, table, [before]).join('')}`
    const text = `${said(table, lost)} ${lost.length === 1 ? 'has' : 'have'} no row for ${when}${was}.`
    const todo = isMuch
      ? 'Is the file whole? Fetch it again, or ask the publisher.'
      : 'Were they merged or renamed? If so, change the areas list. Otherwise ask the publisher; nothing is said of all of them.'
    found.push({
      ...base,
      areas: keys(table, lost),
      severity: isMuch ? 'stop' : 'look',
      kind: 'area-absent',
      text,
      todo,
    })
  }
  if (never.length > 0) {
    const text = `${said(table, never)} ${never.length === 1 ? 'has' : 'have'} no row for ${when}, as in the period before.`
    found.push({ ...base, areas: keys(table, never), severity: 'note', kind: 'area-absent', text, todo: '' })
  }
  if (before === undefined) return found
  const isNew = (a: number) =>
    table.areas[a]!.from !== table.periods[p]!.id && hasRow(a, p) && !step.told.some((one) => one < p && hasRow(a, one))
  const appears = step.areas.filter(isNew)
  if (appears.length > 0) {
    const text = `${said(table, appears)} ${appears.length === 1 ? 'has' : 'have'} rows for ${when} and none before.`
    const todo = 'Is it a new area, or an old one under another name? No claim about earlier years can be made of it.'
    found.push({ ...base, areas: keys(table, appears), severity: 'look', kind: 'area-appears', text, todo })
  }
  return [...found, ...figuresGone(step, p, before, (a) => hasRow(a, p))]
}

const said = (table: Table, areas: readonly number[]): string => names(areas.map((a) => areaName(table, a)))

/** Areas that have rows, and no figure of what had one before. */
function figuresGone(step: Step, p: number, before: number, hasRow: (a: number) => boolean): GateFinding[] {
  const { table } = step.now
  const is = (m: number, a: number, one: number) => table.status[at(table, m, a, one)] === observed
  const gone = new Map<number, number[]>()
  for (const a of step.areas) {
    if (!hasRow(a)) continue
    const lost = step.measures.filter((m) => is(m, a, before) && !is(m, a, p))
    if (lost.length > 0) gone.set(a, lost)
  }
  const empty = [...gone.keys()].filter((a) => !step.measures.some((m) => is(m, a, p)))
  const found: GateFinding[] = []
  const base = { table: step.name, severity: 'look' as const }
  if (empty.length > 0) {
    const text = `${said(table, empty)} had figures in ${labels(step, table, [before]).join('')} and ${empty.length === 1 ? 'has' : 'have'} none for ${labels(step, table, [p]).join('')}.`
    const todo = 'Look in the notes to the table for why. No total of all areas is made.'
    const where = empty.slice(0, limits.shown).map((a) => whereIs(table, step.measures[0]!, a, p))
    found.push({ ...base, kind: 'area-emptied', areas: keys(table, empty), where, text, todo })
  }
  const byMeasures = new Map<string, number[]>()
  for (const [a, lost] of gone) {
    if (empty.includes(a)) continue
    byMeasures.set(lost.join(), [...(byMeasures.get(lost.join()) ?? []), a])
  }
  for (const areas of byMeasures.values()) {
    const lost = gone.get(areas[0]!)!
    const what = names(lost.map((m) => measureName(table, m)))
    const text = `${said(table, areas)}: no figure of ${what} for ${periodName(table, lost[0]!, p)}, where ${periodName(table, lost[0]!, before)} had one.`
    const todo = 'Are rows or cells missing, or marked? No total of all areas is made of it.'
    const where = areas.slice(0, limits.shown).map((a) => whereIs(table, lost[0]!, a, p))
    found.push({ ...base, kind: 'figures-gone', areas: keys(table, areas), where, text, todo })
  }
  return found
}
