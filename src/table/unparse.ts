import Papa from 'papaparse'

/** Rows as CSV. A text that a spreadsheet would take for a formula is defused; numbers are left as they are. */
export function unparse(rows: readonly (readonly (string | number | null)[])[]): string {
  return `${Papa.unparse(rows as unknown[][], { newline: '\n', escapeFormulae: true })}\n`
}
