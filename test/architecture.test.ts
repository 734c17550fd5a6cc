import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

/** The way of the data: a stage may know itself and what comes before it. */
const stages = ['read', 'release', 'table', 'facts', 'select', 'plan', 'prose', 'diff', 'render', 'archive']
/** Known to all: no stage, no data. */
const shared = ['messages.ts', 'effects.ts', 'lock.ts', 'london.ts', 'version.ts', 'near.ts', 'ready.ts', 'zod.ts']
/** What draws the pipeline and what runs it; no stage may know these. */
const around = [
  'pipeline.ts',
  'draft.ts',
  'embargo.ts',
  'read-over.ts',
  'places.ts',
  'gate-files.ts',
  'gate-over.ts',
  'caveats.ts',
  'read-tables.ts',
  'cli.ts',
  'program.ts',
  'corrections',
  'deliver',
  'watch',
  'index.ts',
  'chart',
  'commands',
  'deliver',
  'desk',
  'schema',
]

/**
 * The read-back shares no code with what writes: it knows cells, dates and the definition, and not the table, the facts, the
 * rules or the words.
 */
const verifyMayKnow = (file: string): boolean =>
  /^(?:verify|read|release)\//.test(file) ||
  ['table/period.ts', 'table/period-text.ts', 'table/cell.ts', 'table/numbers.ts', ...shared].includes(file)

/** What looks at a table never seen knows cells, dates and the definition, and nothing that is made of them. */
const lookMayKnow = (file: string): boolean =>
  /^(?:look|read|release)\//.test(file) ||
  ['table/period.ts', 'table/period-text.ts', 'table/cell.ts', 'table/numbers.ts', ...shared].includes(file)

/** The gate stands beside the way: it looks at tables, and no stage may know it, but what a finding is to show it. */
const gateMayKnow = (file: string): boolean => /^(?:gate|table|release|read)\//.test(file) || shared.includes(file)

const src = resolve(import.meta.dirname, '../src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((f) => /\.tsx?$/.test(f))
const roomOf = (file: string): string => file.split('/')[0]!

function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8')
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map((m) =>
    relative(src, resolve(dirname(join(src, file)), m[1]!)),
  )
}

/** What a finding or a block is, every renderer may know, and what compares copy; a stage that writes may know nothing of the read-back. */
const knows = (at: number, file: string): boolean =>
  ['verify', 'gate'].includes(roomOf(file))
    ? at >= stages.indexOf('diff') && ['verify/finding.ts', 'verify/lint.ts', 'gate/finding.ts'].includes(file)
    : file === 'look/belief.ts'
      ? at >= stages.indexOf('render')
      : stages.indexOf(roomOf(file)) >= 0 && stages.indexOf(roomOf(file)) <= at

/** Imports that run against the pipeline. */
function backwards(file: string, imports: readonly string[]): string[] {
  if (roomOf(file) === 'verify') return imports.filter((i) => !verifyMayKnow(i))
  if (roomOf(file) === 'look') return imports.filter((i) => !lookMayKnow(i))
  if (roomOf(file) === 'gate') return imports.filter((i) => !gateMayKnow(i))
  const at = stages.indexOf(roomOf(file))
  if (at < 0) return shared.includes(file) ? imports.filter((i) => !shared.includes(i)) : []
  return imports.filter((i) => !shared.includes(i) && !knows(at, i))
}

test('every file of src stands in a known room', () => {
  const unknown = files.filter((f) => ![...stages, 'verify', 'look', 'gate', ...shared, ...around].includes(roomOf(f)))
  expect(unknown).toEqual([])
  expect(files.length).toBeGreaterThan(40)
})

test('no import runs against the pipeline', () => {
  const wrong = files.flatMap((file) => backwards(file, importsOf(file)).map((i) => `${file} imports ${i}`))
  expect(wrong).toEqual([])
})

test('an import that runs backwards is caught', () => {
  expect(backwards('table/build.ts', ['prose/vocabulary.ts', 'read/sheet.ts'])).toEqual(['prose/vocabulary.ts'])
  expect(backwards('facts/rank.ts', ['pipeline.ts'])).toEqual(['pipeline.ts'])
  expect(backwards('messages.ts', ['read/csv.ts'])).toEqual(['read/csv.ts'])
})

test('what is read back shares no code with what is written', () => {
  for (const file of [
    'facts/rank.ts',
    'prose/number.ts',
    'plan/rule.ts',
    'select/weights.ts',
    'table/build.ts',
    'draft.ts',
  ])
    expect(backwards('verify/read-back.ts', [file])).toEqual([file])
  expect(
    backwards('verify/read-back.ts', ['read/sheet.ts', 'release/load.ts', 'table/period.ts', 'verify/scene.ts']),
  ).toEqual([])
  expect(backwards('facts/rank.ts', ['verify/quantity.ts'])).toEqual(['verify/quantity.ts'])
})

test('the gate looks at tables alone, and no stage leans on it', () => {
  const far = ['facts/comparable.ts', 'verify/evidence.ts', 'prose/number.ts', 'pipeline.ts']
  expect(backwards('gate/gate.ts', [...far, 'table/table.ts', 'release/load.ts', 'read/sheet.ts'])).toEqual(far)
  expect(backwards('facts/rank.ts', ['gate/finding.ts'])).toEqual(['gate/finding.ts'])
  expect(backwards('render/gate-report.ts', ['gate/gate.ts', 'gate/finding.ts'])).toEqual(['gate/gate.ts'])
})

test('imports are found in every form that is used', () => {
  expect(importsOf('read/read.ts')).toContain('read/ods.ts')
  expect(importsOf('pipeline.ts')).toContain('table/build.ts')
})
