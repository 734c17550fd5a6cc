import { expect, test } from 'vitest'
import { loadDeskFile } from '../../src/release/desk-file.ts'
import { memoryEffects } from '../fixtures/memory-effects.ts'
import { load, problems } from '../fixtures/small.ts'

const release = load()
const file = `${release.folder}/desk.yaml`
const read = (text: string) => loadDeskFile(release, memoryEffects({ [file]: text }))

test('without a file there is nothing to add; with one named, it must be there', () => {
  expect(loadDeskFile(release, memoryEffects({}))).toEqual({ quotes: [], background: [], figures: [], notes: [] })
  const [problem] = problems(() => loadDeskFile(release, memoryEffects({}), '/in/none.yaml'))
  expect(problem?.code).toBe('no-file')
})

test('words are kept to the letter', () => {
  const words = '  Two  spaces, a — dash and “quotes”. '
  expect(read(`quotes: [{ words: ${JSON.stringify(words)}, speaker: A }]`).quotes[0]?.words).toBe(words)
})

test.each([
  ['quotes: [{ speaker: A }]', 1, /words/],
  ['quotes:\n  - words: x', 2, /speaker/],
  ['quotes:\n  - { words: x, speaker: A, says: y }', 2, /says/],
  ['background:\n  - { text: "" }', 2, /text/],
  ['figures:\n  - { key: a, value: much, says: x, on: y, source: z }', 2, /value/],
  ['figures:\n  - { key: a, value: -1, says: x, on: y, source: z }', 2, /value/],
  ['figures:\n  - { key: a, value: 1, says: x, on: y }', 2, /source/],
  ['qoutes: []', 1, /Did you mean “quotes”/],
  ['notes:\n  - { text: x, for: [norht] }', 2, /Did you mean “north”/],
  ['quotes:\n  - { words: "a\\u0007b", speaker: A }', 2, /control characters/],
])('%j is refused at its line', (text, line, what) => {
  const found = problems(() => read(text))
  expect(found.map(({ code, place }) => [code, place.file, place.line])).toEqual([['bad-definition', file, line]])
  expect(found[0]?.text).toMatch(what)
})
