import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import Papa from 'papaparse'

const file = resolve(import.meta.dirname, '../../data/police-workforce/workforce.csv')
const { data } = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true })

/** Full-time equivalent officers by force (its code) and year, added up from the published rows and by nothing of the project. */
export const officers = new Map<string, Map<number, number>>()
/** The same of each rank. */
export const ranks = new Map<string, Map<number, number>>()
/** Forces of England and Wales by the code of their area; the transport police have none. */
const isTerritorial = (code: string) => /^(?:E23|W15)/.test(code)
const add = (to: typeof officers, key: string, year: number, value: number) => {
  const years = to.get(key) ?? new Map<number, number>()
  to.set(key, years.set(year, (years.get(year) ?? 0) + value))
}
for (const row of data) {
  if (row['Worker type'] !== 'Police Officer') continue
  const [year, value] = [Number(row['As at 31 March...']), Number(row['Total (FTE)'])]
  for (const force of isTerritorial(row['Geo code']!) ? [row['Geo code']!, 'all'] : []) {
    add(officers, force, year, value)
    add(ranks, `${force}/${row['Rank description']}`, year, value)
  }
}
