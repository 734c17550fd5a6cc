import type { Sheet } from './sheet.ts'

/** Sample files say so at the head of their names, and what is made from one is stamped. */
export const isNamedSample = (file: string): boolean => /^sample[-_. ]/i.test(file)

/** The part of the rows that must be alike for a table to be the sample under another name. Small counts may well coincide. */
const mostly = 0.5

/** Whether most rows of a sheet stand in another one, whatever the order and the format. */
export function isMostly(sheet: Sheet, sample: Sheet): boolean {
  const text = (row: Sheet['rows'][number]) =>
    row.map((cell) => (typeof cell === 'string' ? Number(cell) || cell : cell)).join('\u0000')
  const known = new Set(sample.rows.map(text))
  const alike = sheet.rows.filter((row) => known.has(text(row))).length
  return alike > sheet.rows.length * mostly
}
