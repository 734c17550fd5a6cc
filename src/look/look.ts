import { fail, NibError, problem } from '../messages.ts'
import { label } from '../read/label.ts'
import type { CellValue, Sheet } from '../read/sheet.ts'
import { areasOf } from './area-belief.ts'
import { type AreaColumns, areaColumns } from './area-columns.ts'
import { written } from './areas.ts'
import type { Looked } from './belief.ts'
import { dimensionsOf } from './dimensions.ts'
import { doubtsOf } from './doubts.ts'
import { textOf } from './figure.ts'
import type { Frame } from './frame.ts'
import { marksOf, statusMarks } from './marks.ts'
import { measuresOf } from './measures.ts'
import { findPeriod, nearPeriods } from './period-find.ts'
import { dataRows, type Profile, profilesOf } from './profile.ts'
import { type Beside, chooseSheet, sheetPeriods } from './sheets.ts'
import { groupsOf, standingAmong } from './sums.ts'
import { publisherOf, shortTitle, titleOf } from './title.ts'
import { valuesOf } from './values.ts'
import { withPoints } from './with-points.ts'

type Row = readonly CellValue[]

/**
 * What may be believed of a table that was never seen.
 * @param given all sheets of the file that are not hidden, or the one that was asked for
 * @param beside what is known of the others
 * @throws NibError where there is no table, no figures, or two columns alike
 */
export function lookAt(given: readonly Sheet[], file: string, beside: Beside = { hidden: [], asked: false }): Looked {
  const pointed = given.map(withPoints)
  const sheets = pointed.map(({ sheet }) => sheet)
  const chosen = chooseSheet(sheets, beside)
  if (chosen === null) return fail('no-table', { file })
  const { frames } = chosen
  const frame = frames[0]!
  refuseTwice(frame)
  const rowsOf = frames.map(dataRows)
  const rows = rowsOf.flat()
  const profiles = profilesOf({
    ...frame,
    sheet: { ...frame.sheet, rows },
    first: 0,
    last: rows.length - 1,
    between: [],
  })
  const about = aroundOf(frame, sheets)
  const period = findPeriod(frames, profiles, about)
  const dates = frames.length > 1 ? sheetPeriods(frames) : new Map<Frame, string>()
  const sheetOf = new Map<Row, string>(
    rowsOf.flatMap((all, i) => (dates.size > 0 ? all.map((row) => [row, dates.get(frames[i]!) ?? ''] as const) : [])),
  )
  const when = (row: Row): string =>
    period?.belief.index == null ? (sheetOf.get(row) ?? '') : textOf(row[period.belief.index])

  const { values, ignore: notFigures } = valuesOf(profiles, period)
  if (values.length === 0) return fail('no-figures', placeOf(frame))
  const taken = new Set<Profile | undefined>([
    ...profiles.filter((p) => period?.headed.has(p.column.index)),
    period?.profile ?? undefined,
    ...values.map((v) => v.profile),
  ])
  const passed = new Set(notFigures.map(({ name }) => name))
  const free = profiles.filter(
    (p) => !taken.has(p) && ![...taken].some((t) => t?.column.index === p.column.index) && !passed.has(p.column.name),
  )
  const columns = areaColumns(free, rows)
  const areaOf = (row: Row): string => (columns ? written(row, [...columns.codes, ...columns.names]) : '')
  const isArea = (p: Profile) =>
    columns !== null && [...columns.names, ...columns.codes, ...columns.parents, columns.level].includes(p)
  const rest = free.filter((p) => !isArea(p))
  const sorted = dimensionsOf(
    rest,
    rows,
    values.map((v) => v.profile),
    areaOf,
    when,
  )
  const within = (row: Row) => [when(row), ...sorted.dimensions.map((d) => textOf(row[d.index]))].join('\u0000')
  const area = areasOf(rows, columns, period, { when, within, areaOf }, values)

  const told = {
    about: shortTitle(frame, file),
    flow: period !== null && period.belief.kind !== 'day' && !period.belief.stock,
    standing: (value: (typeof values)[number], where: Readonly<Record<string, string>>) => {
      if (area.whole.row === null || area.alone) return null
      const asked = Object.entries(where).map(
        ([name, text]) => [sorted.dimensions.find((d) => d.name === name)!.index, text] as const,
      )
      const some = rows.filter((row) => asked.every(([index, text]) => textOf(row[index]) === text))
      const main = new Set(area.main.areas)
      const groups = groupsOf(some, within, (row) => area.keyOf(row), value.profile.column.index)
      const standing = standingAmong(groups, (key) => main.has(area.byKey(key)!))
      return standing(area.keyOfArea(area.whole.row), main.size)
    },
  }
  const measures = measuresOf(values, sorted.dimensions, told)
  const { marks, faults } = marksOf(values.map((v) => v.profile))
  const status = rest.find((p) => p.column.name === sorted.status)
  const ignore = [...parentsOf(columns), ...notFigures, ...sorted.ignore]
  const believed = {
    file,
    title: titleOf(frame, file),
    publisher: publisherOf(frame),
    sheet: chosen.belief,
    frame,
    area,
    period: period?.belief ?? null,
    dimensions: sorted.dimensions,
    measures,
    marks: [...marks, ...(status ? statusMarks(status) : [])],
    ignore,
    status: sorted.status,
    numbers: pointed[sheets.indexOf(frame.sheet)]!.numbers(
      [...taken].flatMap((p) => (p && p !== period?.profile ? [p.column.index] : [])),
    ),
    levelColumn: columns?.level?.column.name ?? null,
  }
  const byHand = [...faults, ...nearPeriods(profiles.filter((p) => p !== period?.profile))]
  return {
    ...believed,
    ...doubtsOf(believed, { columns, byHand, rows, key: (row) => `${within(row)}\u0000${areaOf(row)}` }),
  }
}

const placeOf = ({ sheet }: Frame) =>
  sheet.name === null ? { file: sheet.file } : { file: sheet.file, sheet: sheet.name }

function parentsOf(columns: AreaColumns | null): { name: string; why: string }[] {
  if (columns === null) return []
  const parents = columns.parents.map(({ column }) => ({ name: column.name, why: 'the larger area that each is in' }))
  return columns.level
    ? [{ name: columns.level.column.name, why: 'the level of each area, which the lists say' }, ...parents]
    : parents
}

/** Which of two columns of one heading is meant, nobody can say. */
function refuseTwice(frame: Frame): void {
  const seen = new Set<string>()
  const problems = frame.columns.flatMap(({ name }) => {
    const twice = seen.has(label(name))
    seen.add(label(name))
    return twice
      ? [problem('duplicate-column', { ...placeOf(frame), row: frame.header + frame.headings }, { column: name })]
      : []
  })
  if (problems.length > 0) throw new NibError(problems)
}

/** Titles, notes and names, which may say what the years are. */
function aroundOf(frame: Frame, sheets: readonly Sheet[]): string {
  const others = sheets
    .filter((sheet) => sheet !== frame.sheet)
    .flatMap(({ rows }) =>
      rows
        .slice(0, 10)
        .flat()
        .map((cell) => textOf(cell)),
    )
  return [frame.sheet.name ?? '', ...frame.above, ...frame.below, ...others]
    .filter((text) => text.length < 300)
    .slice(0, 60)
    .join('. ')
}
