/**
 * Every error Nib can give, in one place: a code from a closed list, and what each says.
 * A message says what is wrong, shows the value seen, and what to do. Tests assert codes, not wording.
 */

/** Where a problem is. `at` is a spreadsheet address (`C12`) for cells, `line`/`column` are 1-based for text files. */
export interface Place {
  file?: string
  sheet?: string
  at?: string
  row?: number
  line?: number
  column?: number
}

/** A hostile value must not steer a terminal: control and direction marks are shown as escapes. */
export const escaped = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Co}]/gu, (c) => `\\u${c.codePointAt(0)!.toString(16).padStart(4, '0')}`)
const said = (value: unknown): string => {
  const plain = escaped(String(value))
  return plain.length > 80 ? `${plain.slice(0, 77)}...` : plain
}
const didYouMean = (near?: string | null): string => (near ? ` Did you mean “${said(near)}”?` : '')
const listed = (names: readonly string[] | undefined, most = 12): string =>
  names && names.length > 0
    ? ` Known: ${names.slice(0, most).map(said).join(', ')}${names.length > most ? `, and ${names.length - most} more` : ''}.`
    : ''

const megabytes = (bytes: number): string => Math.ceil(bytes / 1024 ** 2).toLocaleString('en-GB')

type NoNumber = { seen: unknown; column: string; written?: 'point' | 'comma'; sign?: 'other' | 'none' }

/** What a value that is no number may be, and what to do. */
function numberAdvice({ seen, written, sign }: NoNumber): string {
  if (sign === 'none')
    return 'has no percent sign, and others of its column have one: it may be a fraction of 1. Give all of them the sign, or none.'
  if (sign === 'other')
    return 'has the sign of another unit than the measure. Correct its “unit” (percent, or money and its currency), or the cell.'
  const ways = { point: '1,234.5', comma: '1.234,5' }
  if (written)
    return `is not a number as the table writes them (${ways[written === 'comma' ? 'point' : 'comma']}). If all are written ${ways[written]}, say so under the table: “numbers: ${written}”.`
  const isNumber = 'is not a number, nor a mark the release knows'
  // Of these errors of spreadsheets #N/A alone may be what a publisher means by a mark.
  if (/^#(REF|DIV\/0|VALUE|NAME|NULL|NUM|SPILL|CALC)[!?]?$/i.test(String(seen).trim()))
    return `${isNumber}: a formula has failed there. Ask the publisher for the figure, or clear the cell.`
  return `${isNumber}. If it is a mark, add it under marks.`
}

type Near = { near?: string | null; known?: readonly string[] }

/** Code → parameters → text. A message cannot be built with the wrong parameters. */
const messages = {
  // reading
  'no-file': (p: { path: string; why?: string } & Near) =>
    `There is no file “${said(p.path)}”${p.why ? ` (${p.why})` : ''}.${didYouMean(p.near)} Check the path.`,
  'empty-file': () => 'The file is empty. Fetch it again from the publisher.',
  'unknown-format': (p: { seen: string; known: string }) =>
    `“${said(p.seen)}” is not a format Nib reads (${p.known}). Save the table as one of these.`,
  'damaged-file': (p: { why: string }) =>
    `The file is damaged or is not what its name says: ${said(p.why)}. Fetch it again from the publisher.`,
  'hostile-file': (p: { why: string }) => `The file was refused: ${said(p.why)}.`,
  'over-limit': (p: { what: string; limit: number; seen?: number }) =>
    `The file has too many ${p.what}${p.seen === undefined ? '' : ` (${p.seen})`}: the limit is ${p.limit}. If the table really is that large, split it.`,
  'too-large': (p: { bytes: number; limit: number }) =>
    `The file has ${megabytes(p.bytes)} MB, and Nib reads files of up to ${megabytes(p.limit)} MB. Take the columns and rows that the release needs out of it, with a database or a spreadsheet program, and save them as a CSV; “nib extract” makes such a CSV of any file within the limit.`,
  'wrong-ending': (p: { is: string; ending: string; rename?: string }) =>
    `The file is ${p.is}, but its name ends in “${said(p.ending)}”. ${p.rename ? `Rename it, so that its name ends in “${p.rename}”.` : 'Fetch the table again from the publisher, or open the file in a spreadsheet program and save it as .xlsx, .ods or .csv.'}`,
  busy: (p: { path: string }) =>
    `Another process has been writing for some time (${said(p.path)}). Wait for it; if none is running, delete that file.`,
  'damaged-archive': (p: { why: string }) =>
    `The archive does not hold what its journal says: ${said(p.why)}. Put the file back from a copy, or make the drafts again.`,
  'locked-file': (p: { what: string }) =>
    `${p.what} is locked with a password. Open it with the password, save it without one (or as CSV), and use that file.`,
  'empty-sheet': () => 'No cell of the sheet holds anything. Name another under “sheet”, or fetch the file again.',
  'hidden-sheets': (p: { known: readonly string[] }) =>
    `Every sheet of the workbook is hidden, and none was asked for. Name one under “sheet”.${listed(p.known)}`,
  'no-table': () =>
    'No table was found: no row of headings with rows of figures below it. Is this the right file, and the right sheet (--sheet)?',
  'no-figures': () =>
    'The table holds no figures: no column is one of numbers. Is this the right file, and the right sheet (--sheet)?',
  'is-there': (p: { path: string }) =>
    `“${said(p.path)}” is there already, and may have been worked on. Choose another key (--key), or write over it (--force).`,
  'no-sheet': (p: { sheet: string; known: readonly string[] } & Near) =>
    `There is no sheet “${said(p.sheet)}”.${didYouMean(p.near)}${listed(p.known)}`,
  'no-header': (p: { columns: readonly string[]; closest?: string }) =>
    `No row holds the columns the release names (${p.columns.map(said).join(', ')})${p.closest ? `; the closest row has ${said(p.closest)}` : ''}. Is this the right file?`,
  'missing-column': (p: { column: string } & Near) =>
    `There is no column “${said(p.column)}”.${didYouMean(p.near)}${listed(p.known)}`,
  'unknown-column': (p: { column: string } & Near) =>
    `The column “${said(p.column)}” is not in the release definition.${didYouMean(p.near)} Name it under the table, or list it under ignore.`,
  'duplicate-column': (p: { column: string }) =>
    `Two columns are headed “${said(p.column)}”. Rename one, so that it is clear which is meant.`,
  // definitions
  'bad-yaml': (p: { why: string }) => `This is not well-formed YAML: ${said(p.why)}`,
  'bad-definition': (p: { path: string; seen: unknown; meant: string } & Near) =>
    `${p.path ? `“${p.path}”: ` : ''}${p.meant}${p.seen === undefined ? '' : `, but saw “${said(p.seen)}”`}.${didYouMean(p.near)}`,
  'unknown-release': (p: { name: string } & Near) =>
    `There is no release “${said(p.name)}”.${didYouMean(p.near)}${listed(p.known)}`,
  'unknown-area-name': (p: { name: string } & Near) =>
    `There is no area “${said(p.name)}” in this release.${didYouMean(p.near)} Use all, whole, or the name of an area.`,
  'unknown-choice': (p: { what: string; name: string } & Near) =>
    `There is no ${p.what} “${said(p.name)}”.${didYouMean(p.near)}${listed(p.known)}`,
  'unknown-table': (p: { name: string } & Near) =>
    `The release has no table “${said(p.name)}”.${didYouMean(p.near)}${listed(p.known)}`,
  // the table
  'unknown-area': (p: { name: string; code?: string; meant?: string } & Near) =>
    p.name === ''
      ? `No area stands here${p.code ? `, beside the code ${said(p.code)}` : ''}. Write it into every row: of merged cells the first alone holds the text.`
      : `“${said(p.name)}”${p.code ? ` (${said(p.code)})` : ''} is not in the areas list.${p.meant === undefined ? didYouMean(p.near) : ` The code is that of ${said(p.meant)}: if that has a new name, add it to its names.`} Add it to the list, or under its others if copy is not written for it.`,
  'area-mismatch': (p: { name: string; code: string; meant: string }) =>
    `“${said(p.name)}” stands beside the code ${said(p.code)}, which belongs to ${said(p.meant)}. Ask the publisher which of the two is meant, and correct the other.`,
  'unknown-code': (p: { name: string; code: string } & Near) =>
    `“${said(p.name)}” stands beside the code ${said(p.code)}, which the areas list does not give it.${listed(p.known)} If it is the very same area, add the code under its codes; if its borders moved, make it an area of its own, with from and until.`,
  'not-additive': (p: { measure: string; unit: string; rows: string }) =>
    `“${said(p.measure)}” is ${said(p.unit)}, which cannot be added up, and several rows (${said(p.rows)}) count towards one figure. Choose one of them under where.`,
  'bad-period': (p: { seen: unknown; meant: string }) =>
    `“${said(p.seen)}” is not ${p.meant}. ${/^[2-6]\d{4}(\.\d+)?$/.test(String(p.seen).trim()) ? 'It may be a date as spreadsheets count the days: have the column shown as dates there, and save it again.' : 'Correct the cell, or check that this is the right table.'}`,
  'bad-number': (p: NoNumber) => `“${said(p.seen)}” in “${said(p.column)}” ${numberAdvice(p)}`,
  'unsure-number': (p: { seen: unknown; column: string }) =>
    `“${said(p.seen)}” in “${said(p.column)}” may be read in two ways: the columns are parted by semicolons, as where a comma is the decimal sign, and the other values do not settle it. Say it under the table: “numbers: comma” if numbers are written 1.234,5, or “numbers: point” if 1,234.5.`,
  'unknown-category': (p: { seen: string; column: string } & Near) =>
    `“${said(p.seen)}” is not a known value of “${said(p.column)}”.${didYouMean(p.near)} Add it under the column's values.`,
  'duplicate-observation': (p: { what: string; first: number }) =>
    `This row repeats row ${p.first} (${said(p.what)}). Each observation may stand once.`,
  'ragged-row': (p: { seen: unknown; columns: number }) =>
    `“${said(p.seen)}” stands beyond the last of the ${p.columns} headed columns. A comma without quotation marks may have split a cell in two.`,
  'no-observations': (p: { measure: string }) =>
    `No row of the table is about “${said(p.measure)}”. Is this the right file for the release?`,
  // templates and copy
  'bad-template': (p: { why: string }) => `The rule cannot be used: ${said(p.why)}`,
  'no-copy': (p: { area: string; period: string; why: string }) =>
    `Nothing can be written for ${said(p.area)}, ${said(p.period)}: ${said(p.why)}.`,
  'empty-copy': () => 'There is no copy in the file: no paragraph to check.',
  'copy-too-large': (p: { what: string; seen: number; limit: number }) =>
    `The copy has too many ${p.what} (${p.seen}): the limit is ${p.limit}. Check one story at a time.`,
  'no-text': (p: { why: string }) =>
    `This cannot be read as copy: ${said(p.why)}. Save it as text, Markdown, HTML or a brief.`,
  'bad-brief': (p: { why: string }) => `This is not a brief Nib wrote: ${said(p.why)}.`,
  'bad-usage': (p: { why: string }) => escaped(p.why),
  'no-secret': (p: { channel: string; variable: string; why: string }) =>
    `The channel “${said(p.channel)}” signs with the secret in the environment variable ${said(p.variable)}, which ${p.why}. Set it to what the receiver has too: 24 to 64 random bytes in base64, after “whsec_”.`,
  'cannot-write': (p: { path: string; why: string }) => `Cannot write “${said(p.path)}”: ${said(p.why)}.`,
} as const

export type Code = keyof typeof messages
type Params<C extends Code> = Parameters<(typeof messages)[C]>[0]

export interface Problem {
  code: Code
  text: string
  place: Place
  /** In how many places more it is the same. */
  more?: number
}

/** One problem, worded. */
export function problem<C extends Code>(
  code: C,
  place: Place,
  ...params: Params<C> extends undefined ? [] : [Params<C>]
): Problem {
  const say = messages[code] as (p: unknown) => string
  return { code, place, text: say(params[0]) }
}

/** `file.ods, sheet Data, cell C12` */
export function placed(place: Place): string {
  const parts = [
    place.file,
    place.sheet === undefined ? undefined : `sheet ${place.sheet}`,
    place.at === undefined ? undefined : `cell ${place.at}`,
    place.row === undefined ? undefined : `row ${place.row}`,
    place.line === undefined ? undefined : `line ${place.line}`,
    place.column === undefined ? undefined : `column ${place.column}`,
  ]
  return parts
    .filter((part) => part !== undefined)
    .map(said)
    .join(', ')
}

const elsewhere = ({ more = 0 }: Problem): string =>
  more === 0 ? '' : ` The same stands in ${more.toLocaleString('en-GB')} more ${more === 1 ? 'place' : 'places'}.`

/** Thrown at the end of a stage with every problem it collected (at least one). */
export class NibError extends Error {
  readonly problems: readonly Problem[]
  constructor(problems: Problem | readonly Problem[]) {
    const all = Array.isArray(problems) ? (problems as readonly Problem[]) : [problems as Problem]
    super(all.map((p) => [placed(p.place), p.text + elsewhere(p)].filter((s) => s !== '').join(': ')).join('\n'))
    this.name = 'NibError'
    this.problems = all
  }
}

/** Throws one problem. */
export function fail<C extends Code>(
  code: C,
  place: Place,
  ...params: Params<C> extends undefined ? [] : [Params<C>]
): never {
  throw new NibError(problem(code, place, ...params))
}
