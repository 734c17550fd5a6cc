import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { draft, NibError, open, prepare, readOver, realEffects } from '../../src/index.ts'
import { levelsOf } from '../../src/pipeline.ts'
import { evidenceOf } from '../../src/read-over.ts'
import { areasAt, at, measureIndex, whole } from '../../src/table/table.ts'
import { readBack } from '../../src/verify/read-back.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const library = { data: `${root}data`, templates: `${root}templates` }
const desk = await open('childrens-social-work', library, realEffects())
const levels = levelsOf(desk, library, realEffects())
const now = new Date('2026-06-01T09:00:00Z')

/** Figures of the publisher's national rows, copied by hand from the table. */
test.each([
  ['leavers', '2017', 4204],
  ['leavers', '2022', 5796],
  ['leavers', '2025', 4611],
  ['turnover', '2017', 0.134],
  ['turnover', '2022', 0.172],
  ['turnover', '2025', 0.118],
  ['in-post', '2025', 38292],
])('England, %s in %s', (measure, period, value) => {
  const { table } = desk
  const p = table.periods.findIndex((one) => one.id === period)
  expect(table.values[at(table, measureIndex(table, measure), whole(table), p)]).toBeCloseTo(value, 10)
})

test.each(['2019', '2025'])('every draft of %s, of councils, regions and England, is read back clean', (period) => {
  const faults: string[] = []
  const made: string[] = []
  for (const one of levels) {
    const orders = {
      area: prepare(one, library, realEffects(), { edition: 'local', period }),
      whole: prepare(one, library, realEffects(), { edition: 'national', period }),
    }
    const p = one.table.periods.findIndex((x) => x.id === period)
    for (const a of [...areasAt(one.release, one.table, p), whole(one.table)]) {
      try {
        const brief = draft(one, a === whole(one.table) ? orders.whole : orders.area, a, now)
        made.push(brief.area.key)
        for (const f of readOver(one, brief).faults) faults.push(`${brief.id}: ${f.text}: ${f.why}`)
      } catch (error) {
        if (!(error instanceof NibError)) throw error
      }
    }
  }
  expect(faults).toEqual([])
  // Nine regions, some 150 councils, and England with each level.
  expect(made.length).toBeGreaterThan(155)
})

const copyOf = (area: string, period: string): string => {
  const order = prepare(desk, library, realEffects(), { edition: 'local', period })
  const index = desk.table.areas.findIndex((a) => a.key === area)
  const brief = draft(desk, order, index, now)
  return [brief.headline.text, ...brief.pars.map((p) => p.text)].join('\n')
}

test('nothing is set against the years before an area was made, or its borders moved', () => {
  const against = /\b(?:up|down|rose|fell|risen|fallen|more|fewer|highest|lowest|earlier|before|since)\b/i
  for (const [area, period] of [
    ['dorset', '2019'],
    ['cumberland', '2023'],
    ['sheffield', '2025'],
    ['barnsley', '2025'],
  ] as const)
    expect(copyOf(area, period).replace(/the (?:\w+ )*(?:highest|lowest) of the \d+ councils.*/g, '')).not.toMatch(
      against,
    )
  // And is, where a county became a unitary council within its borders.
  expect(copyOf('somerset', '2023')).toMatch(against)
})

test('the publisher’s own figure of England is traced to its own row, and to no sum', () => {
  const order = prepare(desk, library, realEffects(), { edition: 'national', period: '2025' })
  const { figures } = draft(desk, order, whole(desk.table), now)
  const row = desk.sheets['flows']!.rows.findIndex((cells) => cells[0] === '2025' && cells.includes('England')) + 1
  const how = { op: 'cells', file: 'flows.csv', column: 'leavers_headcount', rows: String(row), agg: 'value' }
  expect(figures['leavers@england@2025']!.how).toEqual(how)
})

test.each([
  // Both figures are in the table, and its borders moved between them.
  ['Barnsley', 'The number of children’s social workers who left their jobs in Barnsley fell from 33 to 18.', true],
  ['Barnsley', 'The turnover rate in Barnsley was 8%, down from 17.4% a year earlier.', true],
  ['Kent', 'The number of children’s social workers who left their jobs in Kent rose from 93 to 126.', false],
])('%s: copy that sets a figure against one from before the borders moved: %s', (name, text, isWrong) => {
  const { key } = desk.table.areas.find((a) => a.name === name)!
  const findings = readBack([{ kind: 'par', text }], { area: key, period: '2025', own: false }, evidenceOf(desk))
  expect(findings.some((f) => f.verdict === 'wrong' && /the series breaks/.test(f.why))).toBe(isWrong)
  expect(findings.every((f) => f.verdict === 'holds')).toBe(!isWrong)
})

test('the list has a line for each council that has figures, and the notes name those that have none', () => {
  const order = prepare(desk, library, realEffects(), { edition: 'list', period: '2025' })
  const brief = draft(desk, order, whole(desk.table), now)
  const lines = brief.pars.filter((par) => par.slot === 'line').map((par) => par.text)
  expect(lines.some((text) => text.startsWith('– Barnsley: '))).toBe(true)
  expect(lines.filter((text) => /Westminster|Kensington/.test(text))).toEqual([])
  expect(brief.caveats.join()).toMatch(/no figures for Kensington and Chelsea, Westminster/)
})
