import { flags } from '../table/cell.ts'
import { at } from '../table/table.ts'
import type { GateFinding, Revision } from './finding.ts'
import { limits } from './limits.ts'
import { areaName, figure, fileOf, keys, measureName, moveOf, names, periodName, shownAs, whereIs } from './say.ts'
import { type Step, sameIn } from './step.ts'

/** One figure of an earlier period that is not what it was. */
interface Changed {
  m: number
  a: number
  p: number
  from: number
  to: number
  provisional: boolean
}

const isSame = (x: number, y: number): boolean => Math.abs(x - y) <= 1e-6 + 1e-9 * Math.abs(x)

/** Every figure of every period that was known, set against what it was. */
function compare(step: Step): { changed: Changed[]; compared: number; of: Map<number, number> } {
  const { then, now, known, measures, areas } = step
  const changed: Changed[] = []
  const of = new Map<number, number>()
  let compared = 0
  if (then === now) return { changed, compared, of }
  const pairs = known.flatMap((was) => {
    const p = sameIn(now.table, then.table.periods[was]!.end)
    return p < 0 || !step.told.includes(p) ? [] : [{ was, p }]
  })
  for (const m of measures) {
    let mine = 0
    for (const a of areas) {
      for (const { was, p } of pairs) {
        const one = at(then.table, m, a, was)
        const from = then.table.values[one]!
        const to = now.table.values[at(now.table, m, a, p)]!
        if (Number.isNaN(from) && Number.isNaN(to)) continue
        mine++
        if (isSame(from, to)) continue
        const provisional = (then.table.flags[one]! & flags.provisional) !== 0
        changed.push({ m, a, p, from, to, provisional })
      }
    }
    of.set(m, mine)
    compared += mine
  }
  return { changed, compared, of }
}

/** Figures of earlier periods that changed, as revisions; where too many did, it is another series. */
export function revisionFindings(step: Step): GateFinding[] {
  const { changed, compared, of } = compare(step)
  const base = { table: step.name, areas: [], where: [fileOf(step)] }
  if (step.fresh.length === 0 && step.known.length > 0 && compared > 0) {
    const last = periodName(step.then.table, step.measures[0]!, step.known.at(-1)!)
    const inNow = new Set(step.told.map((p) => step.now.table.periods[p]!.end))
    const isCut = step.known.some((p) => !inNow.has(step.then.table.periods[p]!.end))
    // That periods have gone is told already: it is no file of last time.
    if (isCut) return told(step, changed, compared, of)
    if (changed.length === 0) {
      const text = `There is no new period after ${last}, and every figure is as it was: the file given last time, given again.`
      const todo = `Fetch the new file. To look at an earlier step, name its period: --period ${step.then.table.periods[step.known.at(-1)!]!.id}.`
      return [{ ...base, severity: 'stop', kind: 'same-again', text, todo }]
    }
    const text = `There is no new period after ${last}: only earlier figures changed.`
    const todo = 'If a new period was expected, fetch the file again. If it is a revision, see the figures below.'
    return [{ ...base, severity: 'look', kind: 'no-new-period', text, todo }, ...told(step, changed, compared, of)]
  }
  return told(step, changed, compared, of)
}

function told(
  step: Step,
  changed: readonly Changed[],
  compared: number,
  of: ReadonlyMap<number, number>,
): GateFinding[] {
  if (changed.length === 0) return []
  const { table } = step.now
  const base = { table: step.name, where: [fileOf(step)] }
  const found: GateFinding[] = []
  for (const m of step.measures) {
    const factor = throughout(changed, m, of.get(m) ?? 0)
    if (factor === null) continue
    const times = factor < 1 ? `divided by ${figure(1 / factor)}` : `multiplied by ${figure(factor)}`
    const text = `Every earlier figure of ${measureName(table, m)} is ${times}.`
    const why = isPower(factor) ? 'Is it in other units now (thousands, say)?' : 'Is it on another base now?'
    const todo = `${why} Find out from the notes to the table, and mend the definition.`
    found.push({ ...base, areas: [], severity: 'stop', kind: 'scaled', text, todo })
  }
  const final = changed.filter((c) => !c.provisional)
  const rounded = changed.every((c) => Number.isInteger(c.to) && Math.abs(c.to - c.from) <= 0.5)
  const isOther = final.length > Math.max(compared * limits.revised, limits.revisedLeast) && !rounded
  const by = [...changed].sort((x, y) => size(y) - size(x))
  const periods = [...new Set(changed.map((c) => c.p))].sort((x, y) => x - y)
  const spans = names(periods.map((p) => periodName(table, step.measures[0]!, p)))
  const share = Math.round((changed.length / compared) * 1000) / 10
  const text = `${figure(changed.length)} of ${figure(compared)} earlier figures changed (${share < 0.1 ? 'under 0.1' : share}%), in ${spans}.`
  const why = isOther
    ? `That is more than a revision${found.length > 0 ? ': see the measures above' : ': another definition, other areas or another method'}. Ask the publisher before anything is compared.`
    : rounded
      ? 'They are rounded now. Copy that gave decimals may need a correction; --json lists each one.'
      : 'They are revisions: correct copy that used the old figures, and call them revised. --json lists each one.'
  const finding: GateFinding = {
    ...base,
    areas: keys(table, [...new Set(by.map((c) => c.a))]),
    severity: isOther ? 'stop' : 'look',
    kind: isOther ? 'back-series' : 'revised',
    text,
    todo: why,
    revisions: by.map((c) => revision(step, c)),
  }
  return [...found, finding]
}

/** By how much, whichever way; a figure that came or went is the most. */
const size = ({ from, to }: Changed): number => (from > 0 && to > 0 ? Math.abs(Math.log(to / from)) : 1e9)

function revision({ now: { table } }: Step, { m, a, p, from, to }: Changed): Revision {
  const place = `${areaName(table, a)}, ${measureName(table, m)}, ${periodName(table, m, p)}`
  const how = from > 0 && to > 0 ? ` (${moveOf(table, m, from, to)})` : ''
  const plain = (value: number) => (Number.isNaN(value) ? null : value)
  return {
    measure: table.measures[m]!.key,
    area: areaName(table, a),
    period: table.measures[m]!.periods[p]!.id,
    from: plain(from),
    to: plain(to),
    says: `${place}: ${shownAs(table, m, to)}, was ${shownAs(table, m, from)}${how}`,
    where: whereIs(table, m, a, p),
  }
}

const isPower = (factor: number): boolean => Math.abs(Math.log10(factor) - Math.round(Math.log10(factor))) < 0.005

/** The factor by which nearly all figures of a measure moved alike, or null. A power of ten is told as one. */
function throughout(changed: readonly Changed[], m: number, compared: number): number | null {
  const ratios = changed.flatMap((c) => (c.m === m && c.from !== 0 && c.to / c.from > 0 ? [c.to / c.from] : []))
  // Noughts stay nought whatever they are multiplied by.
  if (ratios.length < 5 || ratios.length < compared / 2) return null
  const sorted = ratios.sort((x, y) => x - y)
  const middle = sorted[sorted.length >> 1]!
  const factor = isPower(middle) ? 10 ** Math.round(Math.log10(middle)) : middle
  // Small numbers are rounded, and move by more.
  const alike = ratios.filter((r) => Math.abs(r / factor - 1) < (isPower(factor) ? 0.1 : 0.005))
  const isMoved = Math.abs(factor - 1) > 0.005
  return isMoved && alike.length >= ratios.length * limits.throughout ? factor : null
}
