// Parses the table and does nothing else.
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'

const { data } = Papa.parse(readFileSync(process.argv[2], 'utf8'))
if (data.length < 2) throw new Error('nothing was parsed')
