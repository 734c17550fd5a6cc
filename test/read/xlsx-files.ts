import { strToU8, zipSync } from 'fflate'

const TRANSITIONAL = 'http://schemas.openxmlformats.org'
export const MAIN = `${TRANSITIONAL}/spreadsheetml/2006/main`
const RELATIONS = `${TRANSITIONAL}/officeDocument/2006/relationships`
const PACKAGE = `${TRANSITIONAL}/package/2006/relationships`

interface Written {
  /** Sheets by name: what stands in `sheetData`, or the whole inside of the worksheet where it begins with it. */
  sheets?: Record<string, string>
  hidden?: Record<string, 'hidden' | 'veryHidden'>
  /** Shared texts, each the inside of its `si`. */
  strings?: string[]
  /** Number formats of the styles 0, 1, 2 …: a number of a known one, or the code of one. */
  styles?: (number | string)[]
  date1904?: boolean
  /** Comments on the first sheet, by cell. */
  comments?: Record<string, string>
}

const relations = (list: [string, string, string][]): string =>
  `<Relationships xmlns="${PACKAGE}">${list.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`).join('')}</Relationships>`

function stylesheet(styles: readonly (number | string)[]): string {
  const codes = styles.map((style, i) =>
    typeof style === 'number' ? '' : `<numFmt numFmtId="${164 + i}" formatCode="${style.replaceAll('"', '&quot;')}"/>`,
  )
  const cells = styles.map((style, i) => `<xf numFmtId="${typeof style === 'number' ? style : 164 + i}"/>`)
  // The styles that cells are based on come first, and are not those that cells refer to.
  return `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${cells.join('')}</cellXfs><cellStyles/></styleSheet>`
}

/** The parts of a workbook, by path. */
export function workbookParts(written: Written): Record<string, string> {
  const sheets = Object.entries(written.sheets ?? {})
  const hidden = written.hidden ?? {}
  const listed = sheets.map(
    ([name], i) =>
      `<sheet name="${name}" sheetId="${i + 1}" ${hidden[name] ? `state="${hidden[name]}"` : ''} r:id="rId${i + 1}"/>`,
  )
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr ${written.date1904 ? 'date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, i): [string, string, string] => [`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`]),
      ['rIdS', 'sharedStrings', 'sharedStrings.xml'],
      ['rIdT', 'styles', '/xl/styles.xml'],
    ]),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${(written.strings ?? []).map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml': stylesheet(written.styles ?? [0]),
  }
  for (const [i, [, inside]] of sheets.entries()) {
    const body = inside.startsWith('<sheetData') ? inside : `<sheetData>${inside}</sheetData>`
    parts[`xl/worksheets/sheet${i + 1}.xml`] = `<worksheet xmlns="${MAIN}"><cols/>${body}</worksheet>`
  }
  if (written.comments) {
    const all = Object.entries(written.comments)
    parts['xl/worksheets/_rels/sheet1.xml.rels'] = relations([['rId1', 'comments', '../comments1.xml']])
    parts['xl/comments1.xml'] =
      `<comments xmlns="${MAIN}"><authors><author>A. N. Other</author></authors><commentList>${all.map(([ref, text]) => `<comment ref="${ref}" authorId="0"><text>${text}</text></comment>`).join('')}</commentList></comments>`
  }
  return parts
}

export const zipped = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, said]) => [name, strToU8(said)])))

export const xlsx = (written: Written): Uint8Array => zipped(workbookParts(written))
/** A workbook with one sheet, Data. */
export const oneSheet = (inside: string, more: Written = {}): Uint8Array => xlsx({ ...more, sheets: { Data: inside } })
