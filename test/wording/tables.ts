/** One line of a wording table: what a function is given, in which style, and how copy must read. */
interface Row {
  /** `numbers.md:12`, for messages. */
  place: string
  input: string
  style: 'pa' | 'local' | 'any'
  reads: string
}

/** The tables of one file: the name of the function in each heading, and its rows. */
export type Tables = Map<string, Row[]>

const HEADING = /^## `(\w+)`/
const COLUMNS = 'input | style | reads'

const cellsOf = (line: string): string[] =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())

/** Reads the tables out of a Markdown page. Throws, with the line, on whatever is not a whole row of a named table. */
export const readTables = (file: string, text: string): Tables => {
  const tables: Tables = new Map()
  let name: string | undefined
  let headerLines = 0
  for (const [i, raw] of text.split('\n').entries()) {
    const line = raw.trim()
    const place = `${file}:${i + 1}`
    const heading = HEADING.exec(line)?.[1]
    if (heading !== undefined) {
      if (tables.has(heading)) throw new Error(`${place}: \`${heading}\` has a table already`)
      name = heading
      headerLines = 0
      tables.set(name, [])
      continue
    }
    if (line.startsWith('##')) throw new Error(`${place}: a heading must name its function: ## \`name\``)
    if (!line.includes('|')) continue
    if (name === undefined) throw new Error(`${place}: a row without a heading above it`)
    if (!line.startsWith('|') || !line.endsWith('|')) throw new Error(`${place}: a row must start and end with |`)
    const cells = cellsOf(line)
    if (cells.length !== 3 || cells.includes('')) throw new Error(`${place}: a row must fill ${COLUMNS}: ${line}`)
    headerLines += 1
    if (headerLines === 1) {
      if (cells.join(' | ') !== COLUMNS) throw new Error(`${place}: the columns must be ${COLUMNS}`)
      continue
    }
    if (headerLines === 2) {
      if (cells.some((cell) => !/^-+$/.test(cell))) throw new Error(`${place}: the line under the columns is missing`)
      continue
    }
    const [input, style, reads] = cells as [string, string, string]
    if (style !== 'pa' && style !== 'local' && style !== 'any') throw new Error(`${place}: no style is called ${style}`)
    tables.get(name)!.push({ place, input, style, reads })
  }
  if (tables.size === 0) throw new Error(`${file}: no tables`)
  for (const [heading, rows] of tables) if (rows.length === 0) throw new Error(`${file}: \`${heading}\` is empty`)
  return tables
}
