const ODF = 'urn:oasis:names:tc:opendocument:xmlns:'
const NAMESPACES: Record<string, string> = {
  office: `${ODF}office:1.0`,
  table: `${ODF}table:1.0`,
  text: `${ODF}text:1.0`,
  draw: `${ODF}drawing:1.0`,
  style: `${ODF}style:1.0`,
  calcext: 'urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0',
}

/** What an element is to a reader of tables. */
type Kind =
  | 'book'
  | 'sheet'
  | 'rows'
  | 'row'
  | 'cell'
  | 'covered'
  | 'paragraph'
  | 'spaces'
  | 'tab'
  | 'break'
  | 'annotation'
  | 'drawing'
  | 'style'
  | 'look'

const ELEMENTS: Record<string, Kind> = {
  'office:spreadsheet': 'book',
  'table:table': 'sheet',
  'table:table-row-group': 'rows',
  'table:table-header-rows': 'rows',
  'table:table-rows': 'rows',
  'table:table-row': 'row',
  'table:table-cell': 'cell',
  'table:covered-table-cell': 'covered',
  'text:p': 'paragraph',
  'text:h': 'paragraph',
  'text:s': 'spaces',
  'text:tab': 'tab',
  'text:line-break': 'break',
  'office:annotation': 'annotation',
  'style:style': 'style',
  'style:table-properties': 'look',
  'draw:frame': 'drawing',
  'draw:g': 'drawing',
  'draw:custom-shape': 'drawing',
}

const ATTRIBUTES = {
  name: 'table:name',
  columns: 'table:number-columns-repeated',
  rows: 'table:number-rows-repeated',
  type: 'office:value-type',
  shownType: 'calcext:value-type',
  value: 'office:value',
  currency: 'office:currency',
  date: 'office:date-value',
  time: 'office:time-value',
  boolean: 'office:boolean-value',
  string: 'office:string-value',
  count: 'text:c',
  style: 'style:name',
  styled: 'table:style-name',
  display: 'table:display',
}

/** The names that one document uses: elements to their kind, and each attribute as it is written there. */
export interface Names {
  elements: ReadonlyMap<string, Kind>
  attributes: Readonly<Record<keyof typeof ATTRIBUTES, string>>
  /** Whether the document can say that a formula is in error. */
  errors: boolean
}

/**
 * Reads the prefixes off the root element once. Resolving the namespace of every name, as the parser could, costs more
 * than all other work on a cell together.
 */
export function namesOf(root: Readonly<Record<string, string>>): Names {
  const prefixes = new Map<string, string[]>()
  for (const [attribute, uri] of Object.entries(root)) {
    if (attribute !== 'xmlns' && !attribute.startsWith('xmlns:')) continue
    for (const [usual, known] of Object.entries(NAMESPACES))
      if (uri === known) prefixes.set(usual, [...(prefixes.get(usual) ?? []), attribute.slice('xmlns:'.length)])
  }
  const elements = new Map<string, Kind>()
  for (const [name, kind] of Object.entries(ELEMENTS)) {
    const [usual = '', local = ''] = name.split(':')
    for (const prefix of prefixes.get(usual) ?? []) elements.set(prefix === '' ? local : `${prefix}:${local}`, kind)
  }
  const written = Object.entries(ATTRIBUTES).map(([key, name]) => {
    const [usual = '', local = ''] = name.split(':')
    // The default namespace is for elements alone; an attribute of ODF always has a prefix.
    const known = (prefixes.get(usual) ?? []).filter((prefix) => prefix !== '')
    return [key, `${known.includes(usual) ? usual : (known[0] ?? usual)}:${local}`]
  })
  return { elements, attributes: Object.fromEntries(written) as Names['attributes'], errors: prefixes.has('calcext') }
}
