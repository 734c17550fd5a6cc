import { fail } from '../messages.ts'
import type { Limits } from './limits.ts'
import type { CellValue } from './sheet.ts'

interface Dimension {
  heading: string
  /** What its categories are called, in order. */
  labels: string[]
  /** Their codes, where those are something else. */
  codes: string[] | undefined
}

/** A JSON-stat data set: as many cells as its dimensions make, the last dimension running fastest. */
export interface Cube {
  dimensions: Dimension[]
  count: number
  value(at: number): CellValue
  /** Undefined where no cell has one. */
  status: ((at: number) => CellValue) | undefined
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type Damaged = (why: string) => never

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((text) => typeof text === 'string')

/** @throws NibError where the parts of the data set do not fit one another */
export function cubeOf(data: Record<string, unknown>, file: string, limits: Limits): Cube {
  const damaged: Damaged = (why) => fail('damaged-file', { file }, { why })
  const dimension = data.dimension as Record<string, unknown>
  // Before 2.0 both stood among the dimensions.
  const ids = data.id ?? dimension.id
  const sizes = data.size ?? dimension.size
  if (!isTexts(ids) || !Array.isArray(sizes) || sizes.length !== ids.length)
    return damaged('it does not say which dimensions it has and how large they are')
  if (ids.length > limits.columns) fail('over-limit', { file }, { what: 'columns', limit: limits.columns })
  const dimensions = ids.map((id, i) => dimensionOf(id, dimension[id], sizes[i], damaged))
  const count = dimensions.reduce((product, { labels }) => product * labels.length, 1)
  if (count >= limits.rows) fail('over-limit', { file }, { what: 'rows', limit: limits.rows, seen: count })
  const value = cellsOf(data.value, count, 'values', damaged)
  const { status } = data
  if (status === undefined || status === null || (isRecord(status) && Object.keys(status).length === 0))
    return { dimensions, count, value, status: undefined }
  const of = typeof status === 'string' ? () => status : cellsOf(status, count, 'statuses', damaged)
  return { dimensions, count, value, status: of }
}

function dimensionOf(id: string, found: unknown, size: unknown, damaged: Damaged): Dimension {
  const category = isRecord(found) ? found.category : undefined
  if (!isRecord(found) || !isRecord(category)) return damaged(`its dimension ${id} has no categories`)
  const named = isRecord(category.label) ? category.label : {}
  const codes = codesOf(category.index ?? Object.keys(named))
  if (codes === undefined || codes.length !== size || new Set(codes).size !== codes.length)
    return damaged(`the categories of its dimension ${id} are not ${String(size)}, each in a place of its own`)
  const labels = codes.map((code) => {
    const label = Object.hasOwn(named, code) ? named[code] : undefined
    return typeof label === 'string' && label !== '' ? label : code
  })
  const heading = typeof found.label === 'string' && found.label !== '' ? found.label : id
  return { heading, labels, codes: labels.every((label, i) => label === codes[i]) ? undefined : codes }
}

/** The codes in their order; undefined where the places given are not those from 0 on. */
function codesOf(index: unknown): string[] | undefined {
  if (isTexts(index)) return index
  if (!isRecord(index)) return undefined
  const codes: string[] = []
  const entries = Object.entries(index)
  for (const [code, at] of entries) {
    if (typeof at !== 'number' || !Number.isInteger(at) || at < 0 || at >= entries.length) return undefined
    if (codes[at] !== undefined) return undefined
    codes[at] = code
  }
  return codes
}

/** Cells as a list of all of them, or by their places: one that is left out is empty. */
function cellsOf(held: unknown, count: number, what: string, damaged: Damaged): (at: number) => CellValue {
  const read = (cell: unknown): CellValue => {
    if (cell === null || cell === undefined) return null
    if (typeof cell === 'number' || typeof cell === 'string') return cell
    return damaged(`among its ${what} stands “${JSON.stringify(cell)}”`)
  }
  if (Array.isArray(held)) {
    if (held.length !== count) return damaged(`it has ${held.length} ${what}, and its dimensions make ${count}`)
    return (at) => read(held[at])
  }
  if (!isRecord(held)) return damaged(`it has no ${what}`)
  const stray = Object.keys(held).find((key) => !/^(0|[1-9]\d*)$/.test(key) || Number(key) >= count)
  if (stray !== undefined)
    return damaged(`among its ${what} is one for the cell ${stray}, and the last is ${count - 1}`)
  return (at) => read(held[String(at)])
}
