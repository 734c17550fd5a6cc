import { expect, test } from 'vitest'
import { takeNotes } from '../../src/read/notes.ts'

test.each([
  ['1,234 [note 3]', '1,234', ['note 3']],
  ['Officers [Note 2]', 'Officers', ['note 2']],
  ['Officers[note 2]', 'Officers', ['note 2']],
  ['Kent [note 1, note 2]', 'Kent', ['note 1', 'note 2']],
  ['Kent [notes 1 and 3]', 'Kent', ['note 1', 'note 3']],
  ['Kent [notes 1, 2 and 4]', 'Kent', ['note 1', 'note 2', 'note 4']],
  ['Kent [notes 2 to 4]', 'Kent', ['note 2', 'note 3', 'note 4']],
  ['Kent [note 1] [note 2a]', 'Kent', ['note 1', 'note 2a']],
  ['Officers [note 1] (FTE)', 'Officers (FTE)', ['note 1']],
  ['Officers [note 1], all ranks', 'Officers, all ranks', ['note 1']],
  ['[note 1]', '', ['note 1']],
  ['[r][note 5]', '[r]', ['note 5']],
])('the notes of %j are taken', (written, text, notes) => {
  expect(takeNotes(written)).toEqual({ text, notes })
})

test.each([
  '[c]',
  '[x]',
  '[z]',
  '[u]',
  '12 [p]',
  '12 [r]',
  '[b]',
  '[e]',
  '[k]',
  '[low]',
  'Kent [footnote 1]',
  '[note]',
  ' a [ b ',
])('%j holds no note and stays as it is', (text) => {
  expect(takeNotes(text)).toEqual({ text, notes: [] })
})

test('hostile text takes time in proportion to its length', () => {
  const started = performance.now()
  for (const text of ['[note 1,'.repeat(50_000), `[${' '.repeat(300_000)}`, `[note ${'1 to '.repeat(50_000)}`])
    takeNotes(text)
  expect(performance.now() - started).toBeLessThan(5000)
})
