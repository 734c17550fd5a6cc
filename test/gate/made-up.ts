import { type GateFinding, verdictOf } from '../../src/gate/finding.ts'
import { gate } from '../../src/gate/gate.ts'
import type { Made } from '../../src/gate/step.ts'
import { buildTable } from '../../src/table/build.ts'
import { type Changes, definition, load, merged, place, sheetOf, words } from '../fixtures/small.ts'

const count = 24
const years = [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023]
export const now = 2023

/** A row of the made-up table. */
export interface Row {
  year: number
  area: string
  code: string
  kind: string
  heads: number | string
}

const keyOf = (i: number): string => `p${String(i).padStart(2, '0')}`
/** Place number i, as the sheet and copy name it. */
export const name = (i: number): string => keyOf(i).toUpperCase()

/** 24 places over eight years: every series moves by one to three per cent a year, and no two alike. */
export const rows = (): Row[] =>
  years.flatMap((year, y) =>
    Array.from({ length: count }, (_, i) => i).flatMap((i) => {
      const grown = (size: number, turn: number) => Math.round(size * (1 + 0.02 * y + 0.005 * ((i * 7 + y * turn) % 3)))
      const of = { year, area: name(i), code: `E${i + 100}` }
      return [
        { ...of, kind: 'Officer', heads: grown(1000 + i * 150, 5) },
        { ...of, kind: 'Staff', heads: grown(500 + i * 60, 4) },
      ]
    }),
  )

export const csvOf = (all: readonly Row[]): string =>
  `Year,Code,Area,Kind,Heads\n${all.map((r) => [r.year, r.code, r.area, r.kind, r.heads].join()).join('\n')}\n`

const measure = (kinds: string[], role: string, noun: string): Changes => ({
  from: 'main',
  where: { Kind: kinds },
  value: 'Heads',
  unit: 'headcount',
  comparable: { from: 2016, recordsBegin: true },
  role,
  words: words(noun),
})

export const changes: Changes = {
  tables: {
    main: {
      area: { name: 'Area', code: 'Code' },
      by: { Kind: { Officer: null, Staff: null, Volunteer: null } },
      marks: { '..': 'suppressed' },
    },
  },
  measures: {
    officers: measure(['Officer'], 'lead', 'officers'),
    staff: measure(['Staff'], 'other', 'staff'),
  },
}

export const list: Changes = {
  list: 'places',
  level: 'place',
  expect: count,
  areas: Array.from({ length: count }, (_, i) => ({
    ...place(keyOf(i)),
    name: name(i),
    list: name(i),
    names: [name(i)],
  })),
}

const release = (more: Changes = {}, areas: Changes = list) => load(merged(merged(definition, changes), more), areas)

export function madeOf(all: readonly Row[], more: Changes = {}, areas: Changes = list): Made {
  const sheets = { main: sheetOf(csvOf(all)) }
  return { sheets, table: buildTable(release(more, areas), sheets) }
}

/** The table without its last year: what was there before. */
export const before = (all: readonly Row[] = rows()): Row[] => all.filter((r) => r.year < now)

/** What the gate says of a table, beside the sound one of the year before. */
export function found(
  after: readonly Row[],
  then: readonly Row[] = before(),
  more: Changes = {},
  areas: Changes = list,
) {
  const findings = gate(release(more, areas), madeOf(after, more, areas), madeOf(then, more, areas), ['main'])
  return { findings, verdict: verdictOf(findings), kinds: kindsOf(findings) }
}

/** `severity kind` of each but the notes. */
export const kindsOf = (findings: readonly GateFinding[]): string[] =>
  findings.flatMap((f) => (f.severity === 'note' ? [] : [`${f.severity} ${f.kind}`]))

/** The table with some cells changed. */
export const changed = (
  is: (row: Row) => boolean,
  to: (row: Row) => Partial<Row>,
  all: readonly Row[] = rows(),
): Row[] => all.map((row) => (is(row) ? { ...row, ...to(row) } : row))

export const at =
  (year: number, i: number, kind?: string) =>
  (row: Row): boolean =>
    row.year === year && row.area === name(i) && (kind === undefined || row.kind === kind)
