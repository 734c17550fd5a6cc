import type { Dimension, Looked, PeriodBelief } from './belief.ts'
import { unsureNumbers } from './doubts.ts'
import type { Named } from './release-text.ts'
import { checked, comment, indented, list, oneOr, scalar } from './yaml-text.ts'

/** The table's own settings. */
export function tableLines(looked: Looked, { file }: Named): string[] {
  const { sheet, frame, area, period, dimensions, marks, ignore, status } = looked
  return [
    'table:',
    ...indented(
      [
        `file: ${scalar(file)}`,
        ...(sheet.name === null ? [] : [comment(`the sheet was chosen: ${sheet.why}`), `sheet: ${scalar(sheet.name)}`]),
        ...(sheet.hidden.length > 0
          ? [comment(`hidden in the workbook, and not looked at: ${sheet.hidden.join(', ')}`)]
          : []),
        ...(frame.headings > 1
          ? [comment('rows of headings over one another, joined by “ | ”'), `headings: ${frame.headings}`]
          : []),
        ...(area.alone
          ? [comment('the table is of one area, the whole, with nothing to be added up'), 'holds: whole']
          : []),
        ...areaLines(looked),
        ...(period === null ? missingPeriod : periodLines(period)),
        ...byLines(dimensions),
        ...numbersLines(looked),
        ...ignoreLines(ignore),
        ...(status === null ? [] : [comment('holds the marks of the row’s value'), `status: ${scalar(status)}`]),
        ...markLines(marks),
      ],
      2,
    ),
  ]
}

function areaLines({ area, doubts }: Looked): string[] {
  const { names, codes } = area
  const unsure = doubts.filter((doubt) => doubt.startsWith('area: ')).map((doubt) => checked(doubt.slice(6)))
  if (names.length + codes.length === 0)
    return [checked('no column of areas was found: write its heading'), 'area: { name: Area }']
  const parts = [
    ...(names.length > 0 ? [`name: ${oneOr(names)}`] : []),
    ...(codes.length > 0 ? [`code: ${oneOr(codes)}`] : []),
  ]
  return [comment(area.why), ...unsure, `area: { ${parts.join(', ')} }`]
}

const missingPeriod = [
  checked('no periods were found: write the heading of their column, and its kind'),
  'period: { column: Year, kind: calendar-year }',
]

function periodLines(period: PeriodBelief): string[] {
  const { column, kind, day, ends, stock, why, check, from, to, count } = period
  const parts = [
    ...(period.in === 'column' ? [`column: ${scalar(column!)}`] : [`in: ${period.in}`]),
    `kind: ${kind}`,
    ...(day ? [`day: ${day}`] : []),
    ...(ends && kind === 'year' ? [`ends: ${ends}`] : []),
    ...(stock ? ['stock: true'] : []),
  ]
  return [
    comment(`${count} from ${from} to ${to}: ${why}`),
    ...(check ? [checked(check)] : []),
    `period: { ${parts.join(', ')} }`,
  ]
}

function byLines(dimensions: readonly Dimension[]): string[] {
  if (dimensions.length === 0) return []
  return [
    comment('what tells one row from another, with every value it may hold'),
    'by:',
    ...indented(
      dimensions.flatMap(({ name, categories, spellings, why, check }) => [
        comment(why),
        ...(check ? [checked(check)] : []),
        `${scalar(name)}:`,
        ...categories.map(
          (category) => `  ${scalar(category)}:${spellings[category] ? ` ${list(spellings[category])}` : ''}`,
        ),
      ]),
      2,
    ),
  ]
}

function numbersLines({ numbers }: Looked): string[] {
  if (numbers === null) return []
  if (numbers === 'unsure') return [checked(`numbers: ${unsureNumbers}`)]
  return [
    comment(
      `numbers are written ${numbers === 'comma' ? '1.234,5' : '1,234.5'}, as some can be read in that way alone`,
    ),
    `numbers: ${numbers}`,
  ]
}

function ignoreLines(ignore: Looked['ignore']): string[] {
  if (ignore.length === 0) return []
  return [
    'ignore:',
    ...ignore.flatMap(({ name, why, check }) => [
      ...(check ? [`  ${checked(check)}`] : []),
      `  - ${scalar(name)} ${comment(why)}`,
    ]),
  ]
}

function markLines(marks: Looked['marks']): string[] {
  const known = marks.filter(({ means }) => means !== null)
  const open = marks.filter(({ means }) => means === null)
  return [
    ...(known.length > 0 ? [comment('what the marks usually mean; the publisher’s own key says')] : []),
    ...(known.length > 0 || open.length > 0 ? [open.length > 0 && known.length === 0 ? 'marks: {}' : 'marks:'] : []),
    ...known.flatMap(({ mark, means, check }) => [
      ...(check ? [`  ${checked(check)}`] : []),
      `  ${scalar(mark)}: ${means}`,
    ]),
    ...open.map(
      ({ mark, count, check }) =>
        `  ${checked(`${JSON.stringify(mark)} in ${count} ${count === 1 ? 'cell' : 'cells'}: ${check}`)}`,
    ),
  ]
}
