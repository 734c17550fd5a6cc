// Renders ready records with RosaeNLG and does nothing else.
import { readFileSync } from 'node:fs'
import { writer } from '../engines/rosae.mjs'

const records = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const texts = records.map(writer())
if (texts.some((text) => text.length < 400)) throw new Error('a text is too short')
