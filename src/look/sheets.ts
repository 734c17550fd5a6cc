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
const headings = ({ columns }: Frame): string => columns.map(({ name }) => name.toLowerCase()).join('\u0000')

/** The sheet that looks most like data, or the sheets that are one period each; null where no sheet holds a table. */
export function chooseSheet(sheets: readonly Sheet[]): Chosen | null {
  const frames = sheets.flatMap((sheet) => frameOf(sheet) ?? [])
  const [first, ...rest] = [...frames].sort((a, b) => size(b) - size(a))
  if (first === undefined) return null
  const name = (frame: Frame) => frame.sheet.name ?? ''
  const dated = frames.filter((frame) => readsAsPeriod(name(frame)) && headings(frame) === headings(first))
  if (dated.length > 1 && dated.includes(first)) {
    const periods = dated.map(name)
    const others = sheets.flatMap((sheet) => (sheet.name !== null && !periods.includes(sheet.name) ? [sheet.name] : []))
    const why = `${periods.length} sheets have the same headings, and each is named for a period`
    return { belief: { name: null, why, others, periods }, frames: dated }
  }
  const others = sheets.flatMap((sheet) => (sheet !== first.sheet && sheet.name !== null ? [sheet.name] : []))
  const beside =
    rest.length > 0 ? `; ${rest.map(name).join(', ')} hold${rest.length === 1 ? 's' : ''} a smaller one` : ''
  const why = sheets.length === 1 ? 'it is the only one' : `it holds the largest table${beside}`
  return { belief: { name: first.sheet.name, why, others, periods: null }, frames: [first] }
}
