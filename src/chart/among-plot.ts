import { grouped } from '../prose/number.ts'
import { type Among, barLabel, endOf } from './among.ts'
import { colours, draw, letter, Plot, width } from './draw.ts'
import type { Subject } from './subject.ts'
import { tick } from './words.ts'

/** So many areas have a row of their own with their name; more stand as columns, and the outermost are named. */
const mostRows = 15

export const amongSvg = (subject: Subject, among: Among): string =>
  among.bars.length <= mostRows ? rows(subject, among) : columns(subject, among)

const axisText = (subject: Subject, { measure, by }: Among, value: number): string =>
  by === 'percent' ? `${grouped(value)}%` : tick(subject, measure, value)

const fillOf = ({ own }: Among, area: number): string => (own === null || area === own ? colours.accent : colours.quiet)

function rows(subject: Subject, among: Among): string {
  const { areas } = subject.desk.table
  const { bars, own } = among
  // The whole stands below the areas, and not among them.
  const last = areas.length - 1
  const all = among.whole === null ? bars : [...bars, { area: last, value: among.whole }]
  const names = all.map(({ area }) => areas[area]!.name)
  const side = Math.min(Math.max(...names.map((n) => n.length)) * letter + 10, width / 2)
  const text = (value: number) => barLabel(subject, among, value)
  const room = Math.max(...all.map(({ value }) => text(value).length)) * letter + 8
  const values = all.map(({ value }) => value)
  const [least, top] = [Math.min(0, ...values), Math.max(0, ...values)]
  const said = (over: boolean, isOwn: boolean) =>
    Plot.text(
      all.filter((b) => b.value >= 0 === over && (b.area === own) === isOwn),
      { x: 'value', y: 'area', text: (b: { value: number }) => text(b.value), textAnchor: over ? 'start' : 'end', dx: over ? 5 : -5, fill: isOwn ? colours.ink : colours.soft, fontWeight: isOwn ? 600 : 400 }, // biome-ignore format: one mark
    )
  const name = (isOwn: boolean) =>
    Plot.text(
      all.filter((b) => (b.area === own) === isOwn),
      { y: 'area', text: (b: { area: number }) => areas[b.area]!.name, frameAnchor: 'left', textAnchor: 'start', dx: -side, fill: isOwn ? colours.ink : colours.soft, fontWeight: isOwn ? 600 : 400, lineWidth: side / 13 }, // biome-ignore format: one mark
    )
  return draw({
    height: all.length * 25 + 12,
    marginLeft: side,
    marginRight: top > 0 ? room : 8,
    marginTop: 6,
    marginBottom: 6,
    x: { domain: [least, top], axis: null, insetLeft: least < 0 ? room : 0 },
    y: { domain: all.map(({ area }) => area), axis: null, padding: 0.3 },
    marks: [
      Plot.barX(all, {
        x: 'value',
        y: 'area',
        fill: (b: { area: number }) => (b.area === last ? colours.soft : fillOf(among, b.area)),
      }),
      Plot.ruleX([0], { stroke: colours.soft }),
      ...[true, false].flatMap((isOwn) => [name(isOwn), said(true, isOwn), said(false, isOwn)]),
    ],
  })
}

function columns(subject: Subject, among: Among): string {
  const { areas } = subject.desk.table
  const { bars, own } = among
  const values = bars.map(({ value }) => value)
  const [least, top] = [Math.min(0, ...values), Math.max(0, ...values)]
  const format = (value: number) => axisText(subject, among, value)
  const side = Math.max(format(Math.round(top / 5) * 5).length, 4) * letter + 6
  const at = bars.findIndex((b) => b.area === own)
  const mine = at < 0 ? [] : [{ ...bars[at]!, at }]
  const part = at / bars.length
  const anchor = part < 0.3 ? 'start' : part > 0.7 ? 'end' : 'middle'
  const ends = (['highest', 'lowest'] as const).filter((end) =>
    endOf(subject, among, end).areas.every((a) => a !== own),
  )
  const beside = among.whole === null ? [] : [among.whole]
  const wholeName = (v: number) => `- - -  ${subject.desk.release.areas.whole.name}, ${barLabel(subject, among, v)}`
  return draw({
    height: 280,
    marginLeft: side,
    marginRight: 6,
    marginTop: among.whole === null ? 30 : 50,
    marginBottom: 44,
    x: { domain: bars.map(({ area }) => area), axis: null, padding: bars.length > 80 ? 0.15 : 0.25, round: false },
    y: { domain: [least, top], nice: 4, axis: null },
    marks: [
      Plot.gridY({ ticks: 4, stroke: colours.rule, strokeOpacity: 1 }),
      Plot.axisY({ ticks: 4, tickSize: 0, tickPadding: 6, tickFormat: format, fill: colours.soft, label: null }),
      Plot.barY(bars, { x: 'area', y: 'value', fill: (b: { area: number }) => fillOf(among, b.area) }),
      Plot.ruleY([0], { stroke: colours.soft }),
      Plot.ruleY(beside, { stroke: colours.ink, strokeDasharray: '4 3' }),
      Plot.text(beside, { text: wholeName, frameAnchor: 'top-left', lineAnchor: 'bottom', dx: -side, dy: -32, fill: colours.soft }), // biome-ignore format: one mark
      // From its name down to its column, and dotted, so that it is not read as a column itself.
      Plot.ruleX(mine, { x: 'area', y1: null, y2: (b: { value: number }) => Math.max(0, b.value), stroke: colours.soft, strokeDasharray: '1 3', insetTop: -8 }), // biome-ignore format: one mark
      Plot.text(mine, { x: 'area', text: (b: { area: number; value: number }) => `${areas[b.area]!.name}, ${barLabel(subject, among, b.value)}`, frameAnchor: 'top', lineAnchor: 'bottom', textAnchor: anchor, dy: -12, dx: anchor === 'start' ? -4 : anchor === 'end' ? 4 : 0, fill: colours.ink, fontWeight: 600 }), // biome-ignore format: one mark
      ...ends.map((end) => {
        const { names, value } = endOf(subject, among, end)
        const isLeft = end === 'highest'
        return Plot.text([`${names}, ${barLabel(subject, among, value)}`], {
          frameAnchor: isLeft ? 'bottom-left' : 'bottom-right',
          lineAnchor: 'top',
          dy: 8,
          lineWidth: 13,
          fill: colours.soft,
        })
      }),
    ],
  })
}
