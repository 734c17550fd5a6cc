import type { Dimension, Looked, MeasureBelief } from '../look/belief.ts'

const some = (texts: readonly string[], most = 6): string =>
  texts.length > most ? `${texts.slice(0, most).join(', ')}, … (${texts.length})` : texts.join(', ')
const rows = (from: number, to: number): string => (from === to ? `row ${from + 1}` : `rows ${from + 1} to ${to + 1}`)

/** What Nib believes of a table, for the terminal. */
export function lookedText(looked: Looked): string {
  const { frame, sheet, period, measures } = looked
  const lines: [string, string][] = [
    ...sheetLines(looked),
    [
      'headings',
      `${rows(frame.header, frame.header + frame.headings - 1)}; figures in ${rows(frame.first, frame.last)}${sheet.periods ? ' of the first' : ''}`,
    ],
    ...(frame.above.length > 0 ? [['above', some(frame.above, 2)] as [string, string]] : []),
    ...(frame.below.length > 0 ? [['below', some(frame.below, 2)] as [string, string]] : []),
    ...areaLines(looked),
    ['period', period === null ? 'not found' : periodText(period)],
    ...looked.dimensions.map((d): [string, string] => ['by', dimensionText(d)]),
    ...measures.map((m): [string, string] => [m.role === 'lead' ? 'lead' : 'measure', measureText(m)]),
    ...(looked.marks.length > 0
      ? [
          [
            'marks',
            looked.marks.map(({ mark, count, means }) => `${mark} ${means ?? 'unknown'} (${count})`).join(', '),
          ] as [string, string],
        ]
      : []),
    ...(looked.status ? [['status', looked.status] as [string, string]] : []),
    ...(looked.ignore.length > 0
      ? [['not read', looked.ignore.map(({ name, why }) => `${name} (${why})`).join(', ')] as [string, string]]
      : []),
  ]
  const told = lines.map(([what, text]) => `${what.padEnd(10)}${text}\n`)
  const doubts = looked.doubts.map((doubt) => `unsure: ${doubt}\n`)
  const hand = looked.byHand.map((what, i) => `${i + 1}. ${what}\n`)
  return [...told, ...doubts, ...(hand.length > 0 ? ['To be written by hand:\n', ...hand] : [])].join('')
}

function sheetLines({ sheet }: Looked): [string, string][] {
  const left = sheet.others.length > 0 ? `; not read: ${some(sheet.others)}` : ''
  const others = `${left}${sheet.hidden.length > 0 ? `; hidden, and not looked at: ${some(sheet.hidden)}` : ''}`
  if (sheet.periods) return [['sheets', `${some(sheet.periods)}: ${sheet.why}${others}`]]
  return sheet.name === null ? [] : [['sheet', `${sheet.name}: ${sheet.why}${others}`]]
}

function areaLines({ area }: Looked): [string, string][] {
  const columns = [...area.names, ...area.codes]
  if (columns.length === 0) return [['area', 'not found']]
  const levels = area.levels.map(
    ({ name, noun, areas }) =>
      `${areas.length} ${areas.length === 1 ? noun[0] : noun[1]}${name === area.main.name && area.levels.length > 1 ? ' (ranked and added up)' : ''}`,
  )
  const whole = area.alone ? `${area.whole.name} alone` : `${area.whole.name}, ${area.whole.made}: ${area.whole.why}`
  return [
    ['area', `${columns.join(', ')}: ${area.alone ? '1 area' : levels.join(', ')}`],
    ['whole', whole],
  ]
}

function periodText({
  in: where,
  column,
  kind,
  day,
  ends,
  stock,
  from,
  to,
  count,
  why,
}: NonNullable<Looked['period']>): string {
  const place = where === 'column' ? column : where === 'columns' ? 'headings' : 'names of sheets'
  const on = day ? `, on ${day}` : ends ? `, to ${ends}` : stock ? ', counted at the end' : ''
  return `${place}: ${kind}${on}, ${count} from ${from} to ${to} (${why})`
}

const dimensionText = ({ name, categories, why }: Dimension): string => `${name}: ${some(categories)}; ${why}`

function measureText({ key, value, where, unit, per, twin }: MeasureBelief): string {
  const picked = Object.entries(where).map(([name, category]) => `${name} ${category}`)
  const of = per === null ? unit : `${unit} per ${per}`
  return `${key}: ${value}${picked.length > 0 ? ` of ${picked.join(', ')}` : ''}, ${of}${twin ? `, beside ${twin}` : ''}`
}
