import { inAYear } from '../table/period.ts'
import { colours, draw, letter, Plot, width } from './draw.ts'
import { type Point, type Series, seriesAxis } from './series.ts'
import { datedOf, type Subject } from './subject.ts'
import { label, nameOf, tick } from './words.ts'

/** Periods that are named below the chart: so many at most, as a telephone has room for. */
const mostNamed = 6
const steps = [1, 2, 3, 4, 5, 10, 20, 25, 50]

/** Which periods the axis names: of years counted back from the last, of shorter periods the first of a year. */
function named(subject: Subject, { measure, points }: Series): number[] {
  const [first, last] = [points[0]!.period, points.at(-1)!.period]
  const lag = inAYear(datedOf(subject, measure, last).kind)
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const isFirst = (p: number) =>
    datedOf(subject, measure, p).end.slice(0, 4) !== datedOf(subject, measure, p - 1).end.slice(0, 4)
  const can = lag === 1 ? all.reverse() : all.filter((p) => p > 0 && isFirst(p))
  const step = steps.find((s) => can.length / s <= mostNamed) ?? can.length
  return can.filter((_, i) => i % step === 0)
}

/** The label of a point, and where it stands to it: over a high one, below a low one. */
interface Label extends Point {
  text: string
  over: boolean
  side: 'start' | 'middle' | 'end'
}

function labels(subject: Subject, series: Series): Label[] {
  const { measure, points, extremes } = series
  const [first, last] = [points[0]!, points.at(-1)!]
  const isYearly = inAYear(datedOf(subject, measure, last.period).kind) === 1
  const at = ({ period }: Point) => (period - first.period) / (last.period - first.period)
  const marks = extremes.map(({ which, joint, point }): Label => {
    const word = `${joint ? 'joint ' : ''}${which}`
    const isNamed = isYearly && point === last
    const text = `${label(subject, measure, point.value)}, ${word}${isNamed ? '' : `\n${nameOf(subject, measure, point.period)}`}`
    const side = point === last ? 'end' : at(point) < 0.25 ? 'start' : at(point) > 0.75 ? 'end' : 'middle'
    return { ...point, text, over: which === 'highest', side }
  })
  return marks
}

/** Points of a run that has no other are dots: no line passes through them. */
const alone = (points: readonly Point[]): Point[] =>
  points.filter(({ run }) => points.filter((p) => p.run === run).length === 1)

export function seriesSvg(subject: Subject, series: Series): string {
  const { measure, points, breaks, doubtful } = series
  const [first, last] = [points[0]!.period, points.at(-1)!.period]
  const drawn = [...points, ...doubtful]
  const top = Math.max(...drawn.map((p) => p.value))
  const least = Math.min(...drawn.map((p) => p.value))
  // The level of an index says nothing of how far it is from nought.
  const isIndex = subject.desk.table.measures[measure]!.unit === 'index'
  const format = (value: number) => label(subject, measure, value)
  const said = labels(subject, series)
  // Now, where it is no extreme, stands behind its dot.
  const now = said.some((s) => s.period === last) ? [] : [points.at(-1)!]
  const side = Math.max(format(top).length, format(top / 2).length) * letter + 6
  const lines = (over: boolean, anchor: Label['side']) =>
    Plot.text(
      said.filter((s) => s.over === over && s.side === anchor),
      {
        x: 'period',
        y: 'value',
        text: 'text',
        dy: over ? -9 : 9,
        lineAnchor: over ? 'bottom' : 'top',
        textAnchor: anchor,
        dx: anchor === 'end' ? 6 : 0,
        fill: colours.ink,
        stroke: colours.paper,
        strokeWidth: 4,
        fontWeight: 600,
      },
    )
  return draw({
    height: 260,
    marginLeft: side,
    marginRight: Math.max(14, ...now.map((p) => format(p.value).length * (letter + 0.6) + 12)),
    marginTop: 48,
    marginBottom: 26,
    x: { domain: [first, last], axis: null },
    y: { domain: isIndex ? [least, top] : [Math.min(0, least), Math.max(0, top)], nice: 4, axis: null },
    marks: [
      Plot.gridY({ ticks: 4, stroke: colours.rule, strokeOpacity: 1 }),
      Plot.axisY({
        ticks: 4,
        tickSize: 0,
        tickPadding: 6,
        tickFormat: (v: number) => tick(subject, measure, v),
        fill: colours.soft,
        label: null,
      }),
      Plot.axisX(named(subject, series), {
        tickSize: 4,
        tickFormat: (p: number) => tickOf(subject, measure, p),
        fill: colours.soft,
        stroke: colours.soft,
        label: null,
      }),
      Plot.text([seriesAxis(subject, series)], {
        frameAnchor: 'top-left',
        dx: -side,
        dy: -44,
        lineWidth: (width - 10) / 13,
        fill: colours.soft,
      }),
      ...(least < 0 || !isIndex ? [Plot.ruleY([0], { stroke: colours.soft })] : []),
      Plot.ruleX(breaks, { x: (p: number) => p - 0.5, stroke: colours.soft, strokeDasharray: '3 3' }),
      Plot.text(breaks, { x: (p: number) => p - 0.5, text: () => 'break', frameAnchor: 'bottom', dy: -4, dx: 4, textAnchor: 'start', fill: colours.soft, stroke: colours.paper }), // biome-ignore format: one mark
      Plot.line(points, { x: 'period', y: 'value', z: 'run', stroke: colours.accent, strokeWidth: 2.5, strokeLinecap: 'round', strokeLinejoin: 'round' }), // biome-ignore format: one mark
      Plot.dot(alone(points), { x: 'period', y: 'value', r: 2.5, fill: colours.accent }),
      Plot.dot(doubtful, { x: 'period', y: 'value', r: 3, fill: colours.paper, stroke: colours.accent }),
      Plot.text(doubtful, { x: 'period', y: 'value', text: () => 'doubtful', dy: 14, fill: colours.soft, stroke: colours.paper }), // biome-ignore format: one mark
      Plot.dot([...said, ...now], {
        x: 'period',
        y: 'value',
        r: 4,
        fill: colours.accent,
        stroke: colours.paper,
        strokeWidth: 1.5,
      }),
      Plot.text(now, { x: 'period', y: 'value', text: (p: Point) => format(p.value), dx: 9, textAnchor: 'start', fill: colours.ink, fontWeight: 600 }), // biome-ignore format: one mark
      ...(['start', 'middle', 'end'] as const).flatMap((anchor) => [lines(true, anchor), lines(false, anchor)]),
    ],
  })
}

/** Months and quarters are named by their year where it begins. */
function tickOf(subject: Subject, measure: number, period: number): string {
  const dated = datedOf(subject, measure, period)
  return inAYear(dated.kind) === 1 ? nameOf(subject, measure, period) : dated.end.slice(0, 4)
}
