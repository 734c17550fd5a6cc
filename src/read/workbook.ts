import { fail } from '../messages.ts'
import type { Shown } from './grid.ts'
import { shownAs } from './number-format.ts'
import { eachElement, type Parts, partAt, plainText, type Relation, relationsOf } from './ooxml.ts'

/** What a workbook says of itself before any sheet is read. */
export interface Workbook {
  /** Its sheets of cells, in order; charts on sheets of their own are not among them. */
  sheets: { name: string; hidden: boolean; path: string }[]
  since1904: boolean
  strings: string | undefined
  styles: string | undefined
}

const TRUE = new Set(['1', 'true', 'on'])

export function readWorkbook(book: Parts): Workbook {
  const { file, limits } = book
  const path = relationsOf(book, '').find(({ kind }) => kind === 'officeDocument')?.path ?? 'xl/workbook.xml'
  const entry = partAt(book, path)
  if (!entry) return fail('damaged-file', { file }, { why: `the package holds no ${path}` })
  const relations = new Map<string, Relation>(relationsOf(book, path).map((relation) => [relation.id, relation]))
  const pathOf = (wanted: string) => [...relations.values()].find(({ kind }) => kind === wanted)?.path
  const sheets: Workbook['sheets'] = []
  let since1904 = false
  eachElement(book, entry, {
    open(name, attributes) {
      if (name === 'workbookPr') since1904 = TRUE.has(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const [, id = ''] = Object.entries(attributes).find(([key]) => key.endsWith(':id')) ?? []
      const relation = relations.get(id)
      if (relation?.kind !== 'worksheet') return
      const hidden = /^(veryH|h)idden$/.test(attributes.state ?? '')
      sheets.push({ name: plainText(attributes.name ?? ''), hidden, path: relation.path })
      if (sheets.length > limits.sheets) fail('over-limit', { file }, { what: 'sheets', limit: limits.sheets })
    },
  })
  return { sheets, since1904, strings: pathOf('sharedStrings'), styles: pathOf('styles') }
}

/** How each style of a cell shows a number, by the style's place in the list that cells refer to. */
export function readStyles(book: Parts, path: string | undefined): (Shown | undefined)[] {
  const entry = path === undefined ? undefined : partAt(book, path)
  const codes = new Map<number, string>()
  const looks: (Shown | undefined)[] = []
  let inCells = false
  if (!entry) return looks
  eachElement(book, entry, {
    open(name, { numFmtId, formatCode }) {
      if (name === 'numFmt' && formatCode !== undefined) codes.set(Number(numFmtId), formatCode)
      if (name === 'cellXfs') inCells = true
      const id = Number(numFmtId ?? 0)
      if (inCells && name === 'xf') looks.push(shownAs(id, codes.get(id)))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return looks
}

/** The texts that cells share. Runs of one text are joined, and the readings beside Japanese ones left out. */
export function readStrings(book: Parts, path: string | undefined): string[] {
  const entry = path === undefined ? undefined : partAt(book, path)
  const { file, limits } = book
  const strings: string[] = []
  let text = ''
  let aside = false
  if (!entry) return strings
  eachElement(book, entry, {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') aside = true
    },
    close(name, inside) {
      if (name === 't' && !aside) text += inside
      else if (name === 'rPh') aside = false
      else if (name === 'si') {
        strings.push(plainText(text))
        if (strings.length > limits.texts)
          fail('over-limit', { file }, { what: 'different texts', limit: limits.texts })
      }
    },
  })
  return strings
}

const THREADED = /^\[Threaded comment\][\s\S]*?\n(?:Comment|Kommentar|Commentaire):\s*/

/** The comments on the cells of a sheet, by address. */
export function readComments(book: Parts, sheet: string): Map<string, string> {
  const comments = new Map<string, string>()
  const path = relationsOf(book, sheet).find(({ kind }) => kind === 'comments')?.path
  const entry = path === undefined ? undefined : partAt(book, path)
  if (!entry) return comments
  let at = ''
  let text = ''
  let aside = false
  eachElement(book, entry, {
    open(name, { ref = '' }) {
      if (name === 'comment') {
        at = ref
        text = ''
      } else if (name === 'rPh') aside = true
    },
    close(name, inside) {
      if (name === 't' && !aside) text += inside
      else if (name === 'rPh') aside = false
      else if (name === 'comment') comments.set(at, plainText(text).replace(THREADED, '').trim())
    },
  })
  return comments
}
