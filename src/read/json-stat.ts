import { fail } from '../messages.ts'
import { near } from '../near.ts'
import { decode } from './decode.ts'
import { Grid } from './grid.ts'
import { type Cube, cubeOf, isRecord } from './json-stat-cube.ts'
import { label } from './label.ts'
import { LIMITS, type Limits } from './limits.ts'
import type { Book, Listed } from './package.ts'
import type { CellValue, Sheet } from './sheet.ts'
import { Texts } from './texts.ts'

/**
 * Reads JSON-stat: each data set a sheet with a column for every dimension, one for the value and, where there are any, one for
 * the status. A single one has no name; of several, as versions before 2.0 may hold, `want.sheet` names one.
 */
export function readJsonStat(
  bytes: Uint8Array,
  file: string,
  want: { sheet?: string } = {},
  limits: Limits = LIMITS,
): Book {
  const all = dataSets(bytes, file, limits)
  const names = all.map(({ name }) => name ?? '')
  const wanted = want.sheet
  const named = all.length > 1 && wanted !== undefined
  const kept = named ? all.filter(({ name }) => label(name ?? '') === label(wanted)) : all
  if (named && kept.length === 0) fail('no-sheet', { file }, { sheet: wanted, known: names, near: near(wanted, names) })
  return { sheets: kept.map(({ name, data }) => sheetOf(cubeOf(data, file, limits), name, file, limits)), names }
}

export function listJsonStat(bytes: Uint8Array, file: string, limits: Limits = LIMITS): Listed[] {
  return dataSets(bytes, file, limits).map(({ name }) => ({ name, hidden: false }))
}

interface DataSet {
  name: string | null
  data: Record<string, unknown>
}

const isData = (value: unknown): value is Record<string, unknown> =>
  isRecord(value) && isRecord(value.dimension) && 'value' in value

function dataSets(bytes: Uint8Array, file: string, limits: Limits): DataSet[] {
  const limit = Math.min(limits.bytes, limits.json)
  if (bytes.length > limit) fail('too-large', { file }, { bytes: bytes.length, limit })
  let found: unknown
  try {
    found = JSON.parse(decode(bytes, file).replace(/^\ufeff/, ''))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return fail('damaged-file', { file }, { why: `it is not well-formed JSON: ${error.message}` })
  }
  if (isData(found)) return [{ name: null, data: found }]
  const several = isRecord(found) ? Object.entries(found).filter((entry) => isData(entry[1])) : []
  if (several.length > 0)
    return several.map(([name, data]) => ({
      name: several.length === 1 ? null : name,
      data: data as Record<string, unknown>,
    }))
  return fail('unknown-format', { file }, { seen: 'JSON that is not JSON-stat', known: 'JSON-stat, CSV' })
}

function sheetOf({ dimensions, count, value, status }: Cube, name: string | null, file: string, limits: Limits): Sheet {
  const grid = new Grid(name === null ? { file } : { file, sheet: name }, limits)
  const texts = new Texts(file, limits)
  const put = (written: CellValue): void => {
    const notes: string[] = []
    const cell = typeof written === 'string' ? texts.take(written, notes) : written
    if (cell === null && notes.length === 0) grid.skip(1)
    else grid.cell(cell, 1, notes, undefined)
  }
  for (const { heading, codes } of dimensions) {
    put(heading)
    if (codes) put(`${heading} code`)
  }
  put('Value')
  if (status) put('Status')
  grid.endRow(1)
  for (let i = 0; i < count; i++) {
    // The last dimension runs fastest.
    let block = count
    for (const { labels, codes } of dimensions) {
      block /= labels.length
      const at = Math.floor(i / block) % labels.length
      put(labels[at]!)
      if (codes) put(codes[at]!)
    }
    put(value(i))
    if (status) put(status(i))
    grid.endRow(1)
  }
  return grid.sheet(name)
}
