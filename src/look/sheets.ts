import { datedNames } from '../read/dated-heading.ts'
import type { Sheet } from '../read/sheet.ts'
import type { SheetBelief } from './belief.ts'
import { type Frame, frameOf } from './frame.ts'
import { readsAsPeriod } from './time.ts'

export interface Chosen {
  belief: SheetBelief
  /** The frames of the table: one, or one a period. */
  frames: readonly Frame[]
}

const size = (frame: Frame): number => (frame.last - frame.first + 1) * frame.columns.length
const nameOf = ({ sheet }: Frame): string => sheet.name ?? ''
const headings = ({ columns }: Frame): string => columns.map(({ name }) => name.toLowerCase()).join('\u0000')

/** What is known of a file's sheets beside those that were read. */
export interface Beside {
  /** Hidden sheets, which nobody meant to publish: none is taken without being asked for. */
  hidden: readonly string[]
  /** One sheet was asked for by its name. */
  asked: boolean
}

/** What each sheet of a table is dated. */
export function sheetPeriods(frames: readonly Frame[]): Map<Frame, string> {
  const periods = datedNames(frames.map(nameOf), readsAsPeriod)
  return new Map(frames.flatMap((frame) => (periods.has(nameOf(frame)) ? [[frame, periods.get(nameOf(frame))!]] : [])))
}

/** The sheet that looks most like data, or the sheets that are one period each; null where no sheet holds a table. */
export function chooseSheet(sheets: readonly Sheet[], { hidden, asked }: Beside): Chosen | null {
  const frames = sheets.flatMap((sheet) => frameOf(sheet) ?? [])
  const [first, ...rest] = [...frames].sort((a, b) => size(b) - size(a))
  if (first === undefined) return null
  const periods = sheetPeriods(frames.filter((frame) => headings(frame) === headings(first)))
  const others = sheets.flatMap(({ name }) => name ?? [])
  if (periods.size > 1 && periods.has(first)) {
    const dated = [...periods.keys()]
    const names = dated.map(nameOf)
    const why = `${names.length} sheets have the same headings, and each is named for a period`
    const left = others.filter((name) => !names.includes(name))
    return { belief: { name: null, why, others: left, hidden, periods: names }, frames: dated }
  }
  const beside =
    rest.length > 0 ? `; ${rest.map(nameOf).join(', ')} hold${rest.length === 1 ? 's' : ''} a smaller one` : ''
  const only = hidden.length > 0 ? 'it is the only one that is not hidden' : 'it is the only one'
  const why = asked ? 'it was asked for' : sheets.length === 1 ? only : `it holds the largest table${beside}`
  const left = others.filter((name) => name !== first.sheet.name)
  return { belief: { name: first.sheet.name, why, others: left, hidden, periods: null }, frames: [first] }
}
