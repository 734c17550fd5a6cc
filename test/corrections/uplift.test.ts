import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { consequencesOf } from '../../src/corrections/consequences.ts'
import { kindOf } from '../../src/corrections/kind.ts'
import { correctionNotes } from '../../src/corrections/notes.ts'
import { type Brief, open, readOver, realEffects } from '../../src/index.ts'
import { between, draftOf, library } from './revised.ts'

/** Two editions of the recruitment figures: the year's drafts tell them by March 2023. */
const path = (edition: string) => `${library.data}/police-leavers/sample-uplift-${edition}.csv`
const opened = (edition: string) => open('police-leavers', library, realEffects(), { uplift: path(edition) })
const [first, later] = [await opened('2023-04-26'), await opened('2023-07-26')]
const { evidence, known } = between(first, later)
const drafts = later.table.areas.map(({ key, name }) => {
  const [was, is] = [draftOf(first, key, '2022/23'), draftOf(later, key, '2022/23')]
  return { key, name, was, is, consequences: consequencesOf(was, is, evidence, known) }
})

/** By another road: extra officers by force, out of the lines of the two files. */
const rowsOf = (edition: string) => readFileSync(path(edition), 'utf8').trim().split('\n').slice(1)
const [old, young] = [rowsOf('2023-04-26'), rowsOf('2023-07-26')]
const extra = (row: string) => Number(row.split(',').at(-1))
const total = (rows: readonly string[]) => rows.reduce((sum, row) => sum + extra(row), 0)
const revised = old.flatMap((row, i) =>
  row === young[i] ? [] : [{ name: row.split(',')[2]!, from: extra(row), to: extra(young[i]!) }],
)
const nation = { name: 'England and Wales', from: total(old), to: total(young) }
const changes = [...revised, nation]
const grouped = (n: number) => n.toLocaleString('en-GB')

test('the files differ in three forces, and the nation with them', () => {
  expect(revised.map(({ name }) => name)).toEqual(['Dorset', 'Gwent', 'Kent'])
  expect([nation.from, nation.to]).toEqual([20_951, 20_947])
})

test('just the nation and the three forces have a consequence, each in the one sentence that tells the figure', () => {
  const affected = drafts.filter(({ consequences }) => consequences.length > 0)
  expect(affected.map(({ name }) => name)).toEqual(changes.map(({ name }) => name))
  for (const { name, was, consequences } of affected) {
    const { from } = changes.find((c) => c.name === name)!
    const saying = [was.headline, ...was.pars].filter(
      ({ text }) => text.includes('extra officers') && text.includes(grouped(from)),
    )
    expect(saying.map(({ text }) => text)).toEqual(consequences.map(({ published }) => published))
    expect(consequences.map(({ grade }) => grade)).toEqual(['number'])
  }
})

test('the correction reads the figure of the first edition, and should read that of the second', () => {
  for (const { name, from, to } of changes) {
    const { was, is, consequences } = drafts.find((d) => d.name === name)!
    const [one] = consequences
    expect(correctionNotes(consequences)).toHaveLength(1)
    expect(correctionNotes(consequences)[0]).toMatch(
      new RegExp(`^Paragraph 1[0-9]: reads “${grouped(from)}”, should read “${grouped(to)}”\\.$`),
    )
    expect(one!.shouldRead).toBe(one!.sentence.replace(grouped(from), grouped(to)))
    expect(was.pars[one!.place - 1]!.text).toBe(one!.published)
    expect(kindOf(was, is, consequences), name).toBe('correction')
  }
})

test('its cause is the cell of each force, and of the nation those of all three', () => {
  const rows = (name: string) => String(young.findIndex((row) => row.split(',')[2] === name) + 2)
  for (const { name } of changes) {
    const [one] = drafts.find((d) => d.name === name)!.consequences
    const cells = one!.causes.flatMap(({ data = [] }) => data.flatMap((d) => d.cells.map((c) => c.rows)))
    const names = name === nation.name ? revised.map((r) => r.name) : [name]
    expect([...new Set(cells)].sort(), name).toEqual(names.map(rows).sort())
  }
})

test('by another road: of every other force no sentence names a figure that is not in the second file', () => {
  const texts = (brief: Brief) => [brief.headline, ...brief.pars].map(({ text }) => text)
  for (const { name, was, is } of drafts) {
    if (changes.some((c) => c.name === name)) continue
    const row = young.find((one) => one.split(',')[2]!.replace('&', 'and') === name)
    const told = texts(was).filter((text) => text.includes('extra officers'))
    expect(told, name).toHaveLength(1)
    // The Metropolitan Police are told of by how far they fell short.
    if (row !== undefined) expect(told[0]!, name).toContain(grouped(extra(row)))
    expect(texts(is), name).toEqual(texts(was))
    expect(kindOf(was, is, []), name).toBeNull()
  }
})

test('a draft of either edition reads back clean, the nation with them', () => {
  for (const { name, was, is } of drafts) {
    expect(readOver(first, was).faults, name).toEqual([])
    expect(readOver(later, is).faults, name).toEqual([])
  }
})
