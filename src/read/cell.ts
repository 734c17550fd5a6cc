import { fail, type Place } from '../messages.ts'
import type { Shown } from './grid.ts'
import type { Names } from './odf.ts'
import type { CellValue } from './sheet.ts'

export type Attributes = Readonly<Record<string, string>>

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/

/** How often a cell or row stands, or a space: 1 where it does not say. */
export function repeats(written: string | undefined, place: () => Place): number {
  if (written === undefined) return 1
  if (!/^[1-9]\d{0,8}$/.test(written)) fail('damaged-file', place(), { why: `“${written}” is not a number of times` })
  return Number(written)
}

/** Which attribute holds the values of a type, and how they are shown. */
export interface CellType {
  in: keyof Names['attributes']
  number?: true
  shown?: Shown
}

const TYPES: ReadonlyMap<string, CellType> = new Map<string, CellType>([
  ['string', { in: 'string' }],
  ['float', { in: 'value', number: true }],
  ['percentage', { in: 'value', number: true, shown: { format: 'percentage' } }],
  ['currency', { in: 'value', number: true, shown: { format: 'currency' } }],
  ['date', { in: 'date', shown: { format: 'date' } }],
  ['time', { in: 'time', shown: { format: 'time' } }],
  ['boolean', { in: 'boolean', shown: { format: 'boolean' } }],
])

/** A cell's type; `undefined` where only the text inside the cell counts. */
export function cellType(attributes: Attributes, { attributes: names, errors }: Names): CellType | undefined {
  const type = attributes[names.type]
  // Of a formula in error the number is a stand-in, and the text says what went wrong.
  if (type === undefined || (errors && attributes[names.shownType] === 'error')) return undefined
  return TYPES.get(type)
}

/**
 * The value that a cell's attributes give; `undefined` where it is the text inside. A number is taken from its
 * attribute, as the text shows it rounded.
 */
export function cellValue(
  type: CellType,
  attributes: Attributes,
  { attributes: names }: Names,
  place: () => Place,
): CellValue | undefined {
  const written = attributes[names[type.in]]
  return type.number ? number(written, place) : written || undefined
}

export function cellShown(
  { shown }: CellType,
  attributes: Attributes,
  { attributes: names }: Names,
): Shown | undefined {
  const currency = shown?.format === 'currency' ? attributes[names.currency] : undefined
  return shown && currency !== undefined ? { ...shown, currency } : shown
}

/** @throws NibError where it is no finite number */
export function number(written: string | undefined, place: () => Place): number {
  const value = written !== undefined && NUMBER.test(written) ? Number(written) : Number.NaN
  if (Number.isFinite(value)) return value
  return fail('damaged-file', place(), { why: `a cell of numbers has the value “${written ?? ''}”` })
}
