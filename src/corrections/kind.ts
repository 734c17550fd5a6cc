import { align, type Pair, placesOf } from '../diff/align.ts'
import type { Consequence } from '../diff/consequence.ts'
import type { Brief } from '../prose/brief.ts'
import { printedChanges, tellsSame } from './moved.ts'

/**
 * What the next version is to those who have the one before. A figure that was wrong is a correction always, never a quiet update.
 * @returns null where neither a word of the copy nor of its notes differs: there is nothing to deliver
 */
export function kindOf(
  delivered: Brief,
  next: Brief,
  consequences: readonly Pick<Consequence, 'grade'>[],
): 'update' | 'correction' | null {
  if (consequences.some(({ grade }) => grade !== 'wording')) return 'correction'
  const isOfSame = delivered.period.id === next.period.id
  const figures = (pair: Parameters<typeof tellsSame>[0]) => printedChanges(delivered, next, pair)
  if (isOfSame && align(delivered, next).some((pair) => tellsSame(pair) && figures(pair).length > 0))
    return 'correction'
  if (isOfSame && align(delivered, next).some((pair) => losesNumber(delivered, next, pair))) return 'correction'
  const words = (brief: Brief) => JSON.stringify([placesOf(brief).map(({ text }) => text), brief.caveats])
  return words(delivered) === words(next) ? null : 'update'
}

/**
 * Whether a number that was out is gone from a place in which a person wrote, then or now: nothing marks what their numbers mean, so each
 * that is taken back counts as one that was wrong.
 */
function losesNumber(delivered: Brief, next: Brief, { was, now }: Pair): boolean {
  if (was === null || now === null || !(isEdited(delivered, was.index) || isEdited(next, now.index))) return false
  const left = numbersOf(now.text)
  return numbersOf(was.text).some((number) => !left.includes(number))
}

const isEdited = ({ edits = [] }: Brief, place: number): boolean =>
  edits.some((edit) => edit.held === undefined && edit.par === place)

const numbersOf = (text: string): readonly string[] => text.match(/\d[\d,.]*\d|\d/g) ?? []
