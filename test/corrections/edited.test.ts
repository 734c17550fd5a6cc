import { expect, test } from 'vitest'
import { edited } from '../../src/archive/edits.ts'
import { consequencesOf } from '../../src/corrections/consequences.ts'
import { kindOf } from '../../src/corrections/kind.ts'
import { correctionNotes } from '../../src/corrections/notes.ts'
import type { Brief } from '../../src/index.ts'
import { between, type Cell, draftOf, officers, revisedLines, workforce } from './revised.ts'

const cells: Cell[] = [['2023,E23000024,Norfolk,Police Officer,Sergeant,', 5]]
const [old, young] = [await workforce(), await workforce(cells)]
const { evidence, known } = between(old, young)
const [made, is] = [draftOf(old, 'norfolk'), draftOf(young, 'norfolk')]
const count = (of: ReadonlyMap<number, number>) => Math.round(of.get(2023)!).toLocaleString('en-GB')
const [had, has] = [count(officers('Norfolk')), count(officers('Norfolk', revisedLines(cells)))]

/** The draft with a person's words in a paragraph. */
const by = (text: string, par = 4): Brief => edited(made, made, par, text, 'Ann', '2026-01-01T10:00:00Z')
const told = (was: Brief, from = evidence) =>
  consequencesOf(was, is, from, known).filter(({ published }) => published === was.pars[3]!.text)

test('a figure that a person wrote, and the revision makes false, is found, with its cell', () => {
  const was = by(`The force now has ${had} police officers at its disposal. Its chief constable was not available.`)
  const found = told(was)
  expect(found.map(({ place, sentence, grade }) => [place, sentence, grade])).toEqual([
    [4, `The force now has ${had} police officers at its disposal.`, 'number'],
  ])
  expect(correctionNotes(found)).toEqual([`Paragraph four: reads “${had}”, should read “${has}”.`])
  const named = found[0]!.causes.flatMap(({ data = [] }) => data)
  expect(named.map(({ area, period }) => `${area} ${period}`)).toContain('norfolk 2023')
  expect(kindOf(was, is, found)).toBe('correction')
})

test('a number in a unit is mended in its own form', () => {
  const of = officers('Norfolk')
  const rise = (all: ReadonlyMap<number, number>) => ((all.get(2023)! / all.get(2022)! - 1) * 100).toFixed(1)
  const [was, now] = [rise(of), rise(officers('Norfolk', revisedLines(cells)))]
  expect(now).not.toBe(was)
  const found = told(by(`The number of police officers rose by ${was} per cent on a year earlier.`))
  expect(correctionNotes(found)).toEqual([`Paragraph four: reads “${was} per cent”, should read “${now} per cent”.`])
})

test('the cause is found by the cells, where the place tells nothing of what the person wrote', () => {
  const suffolk = draftOf(old, 'suffolk')
  const text = `There are ${had} police officers in Norfolk.`
  const was = edited(suffolk, suffolk, 6, text, 'Ann', '2026-01-01T10:00:00Z')
  const found = consequencesOf(was, draftOf(young, 'suffolk'), evidence, known).filter((c) => c.published === text)
  expect(found.map(({ grade, causes }) => [grade, causes.flatMap(({ data = [] }) => data.map((d) => d.area))])).toEqual(
    [['number', ['norfolk']]],
  )
})

test('what nobody can check is never declared false, before or after', () => {
  const was = by('The chief constable said 4,000 people had applied.')
  expect(told(was)).toEqual([])
  expect(told(was, { was: null, now: evidence.now })).toEqual([])
})

test('what was false already is no consequence of the revision; where the old tables are not at hand, it is told', () => {
  const was = by('The force now has 1,234 police officers at its disposal.')
  expect(told(was)).toEqual([])
  expect(told(was, { was: null, now: evidence.now }).map(({ grade }) => grade)).toEqual(['number'])
})

test('desk copy and quotes are passed over', () => {
  const quote = {
    text: `“We have ${had} police officers,” she said.`,
    spans: [],
    slot: 'quote',
    rule: 'desk/quote',
    facts: [],
  }
  const was: Brief = { ...made, pars: [...made.pars, quote] }
  const found = consequencesOf(was, is, evidence, known)
  expect(found.length).toBeGreaterThan(0)
  expect(found.map(({ published }) => published)).not.toContain(quote.text)
})

test('a sentence that holds on both is none, though the engine no longer writes it', () => {
  const was = by('Norfolk had more police officers than in March 2019.')
  expect(told(was)).toEqual([])
})
