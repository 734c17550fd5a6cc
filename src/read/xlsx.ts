import { label } from './label.ts'
import { LIMITS, type Limits } from './limits.ts'
import { type Parts, partAt } from './ooxml.ts'
import { type Book, checkSheets, openPackage } from './package.ts'
import { asDamage, parsePart } from './part.ts'
import type { CellNote, Sheet } from './sheet.ts'
import { Texts } from './texts.ts'
import { readComments, readStrings, readStyles, readWorkbook, type Workbook } from './workbook.ts'
import { cellAt, type Shared, Worksheet } from './worksheet.ts'

/** Reads an Excel workbook: the sheet named (without regard to letter case), or each that is not hidden. */
export function readXlsx(
  bytes: Uint8Array,
  file: string,
  want: { sheet?: string } = {},
  limits: Limits = LIMITS,
): Book {
  try {
    const book = openPackage(bytes, file, limits)
    const workbook = readWorkbook(book)
    const { sheets: listed, since1904 } = workbook
    const named = want.sheet === undefined ? undefined : label(want.sheet)
    const first = listed.findIndex(({ name }) => label(name) === named)
    const wanted = listed.filter(({ hidden }, i) => (named === undefined ? !hidden : i === first))
    const shared: Shared = {
      texts: new Texts(file, limits),
      strings: wanted.length === 0 ? [] : readStrings(book, workbook.strings),
      styles: readStyles(book, workbook.styles),
      since1904,
    }
    const sheets = wanted.map((sheet) => readSheet(book, sheet, shared))
    checkSheets(file, want.sheet, listed, sheets)
    return { sheets, names: listed.map(({ name }) => name) }
  } catch (error) {
    return asDamage(error, file)
  }
}

/** The sheets of an Excel workbook, none of which is read. */
export function listXlsx(bytes: Uint8Array, file: string, limits: Limits = LIMITS): Workbook['sheets'] {
  try {
    return readWorkbook(openPackage(bytes, file, limits)).sheets
  } catch (error) {
    return asDamage(error, file)
  }
}

function readSheet(book: Parts, { name, path }: Workbook['sheets'][number], shared: Shared): Sheet {
  const entry = partAt(book, path)
  if (!entry) throw new Error(`the package holds no ${path}`)
  const worksheet = new Worksheet(book, name, shared)
  parsePart(book, entry, worksheet)
  const sheet = worksheet.sheet()
  const comments = readComments(book, path)
  return comments.size === 0 ? sheet : { ...sheet, notes: withComments(sheet.notes, comments) }
}

/** Comments stand before the notes of their cell's text, as in ODS. */
function withComments(notes: readonly CellNote[], comments: ReadonlyMap<string, string>): CellNote[] {
  const attached = [...comments].flatMap(([ref, text]) => {
    const at = cellAt(ref)
    return at === undefined || text === '' ? [] : [{ ...at, text }]
  })
  return [...attached, ...notes].sort((a, b) => a.row - b.row || a.column - b.column)
}
