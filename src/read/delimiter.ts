import Papa from 'papaparse'

const DELIMITERS = [',', ';', '\t', '|']
const SAMPLE = 256 * 1024
const RECORDS = 200

/**
 * What separates the columns: that by which the largest share of records has the same number of them. Title rows above a table and
 * commas within its text or numbers speak for a separator in some records, but not in the header and all others alike.
 */
export function delimiterOf(text: string): string {
  const sample = text.slice(0, SAMPLE)
  let best = ','
  let most = 0
  let widest = 0
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(evenLines(sample, delimiter), { delimiter, newline: '\n', preview: RECORDS })
    // The last may be cut off by the end of the sample.
    if (text.length > SAMPLE && data.length > 1 && data.length < RECORDS) data.pop()
    const counts = new Map<number, number>()
    let all = 0
    for (const { length, 0: first } of data) {
      if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1)
      if (length > 1 || first !== '') all++
    }
    for (const [columns, records] of counts) {
      const share = records / all
      if (share < most || (share === most && columns <= widest)) continue
      best = delimiter
      most = share
      widest = columns
    }
  }
  return best
}

/** Makes each end of line a single newline, but keeps those inside quotes as they are. */
export function evenLines(text: string, delimiter: string): string {
  if (!text.includes('\r')) return text
  if (!text.includes('"')) return text.replace(/\r\n?/g, '\n')
  const quoted = new RegExp(`(?<=^|[${delimiter}\\r\\n])"[^"]*"(?:"[^"]*")*|\\r\\n?`, 'g')
  return text.replace(quoted, (found) => (found[0] === '\r' ? '\n' : found))
}
