import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { lookAt } from '../../src/look/look.ts'
import { readSheets } from '../../src/read/read.ts'
import { library } from '../fixtures/desk.ts'
import { summary, whole } from './summary.ts'
import { type Known, originals, shipped } from './tables.ts'

async function holds(path: string, { answer, unsure }: Known): Promise<void> {
  const file = basename(path)
  const looked = lookAt(await readSheets(readFileSync(path), file), file)
  const found = summary(looked)
  expect(found).toEqual(whole(answer))
  expect(Object.keys(found.measures)).toEqual(Object.keys(answer.measures))
  for (const doubt of unsure) expect(looked.doubts.join('\n')).toMatch(doubt)
  expect(looked.byHand).toEqual([])
}

test.each(Object.entries(shipped))('data/%s is as its publisher would say', (path, known) =>
  holds(join(library.data, path), known),
)

const folder = process.env['NIB_TABLES']
test.skipIf(!folder).each(Object.entries(originals))('%s is as its publisher would say', (path, known) =>
  holds(join(folder!, path), known),
)
