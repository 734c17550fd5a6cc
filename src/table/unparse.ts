import Papa from 'papaparse'

/** What a spreadsheet would take for a formula. A lone dash is a mark, and a number may be below nought and marked. */
const formula = /^(?:[=+@\t\r]|(?!-[\d.,]*(?: ?\[[a-z]+\])*$)-)/

/** Rows as CSV. A text that a spreadsheet would take for a formula is defused; numbers and marks are left as they are. */
export function unparse(rows: readonly (readonly (string | number | null)[])[]): string {
  return `${Papa.unparse(rows as unknown[][], { newline: '\n', escapeFormulae: formula })}\n`
}
