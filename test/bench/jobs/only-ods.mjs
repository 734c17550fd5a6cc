// Unpacks the content of a spreadsheet and runs a parser over it whose handlers do nothing.
import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

const parts = unzipSync(readFileSync(process.argv[2]), { filter: ({ name }) => name === 'content.xml' })
const text = new TextDecoder().decode(parts['content.xml'])
const parser = new SaxesParser({ position: false, xmlns: false })
for (const event of ['opentag', 'closetag', 'text', 'cdata']) parser.on(event, () => {})
parser.write(text).close()
