import { colours, draw, letter, Plot } from './draw.ts'
import type { Mix } from './mix.ts'
import type { Subject } from './subject.ts'
import { label, nameOf, nounOf } from './words.ts'

/** A bar: of which part, and of which of the two times. */
interface Bar {
  part: number
  isNow: boolean
  value: number
  text: string
}

/** The parts one under another, each with its bar of now and that of a year before; the first two say which is which. */
export function mixSvg(subject: Subject, { measure, parts }: Mix): string {
  const { period } = subject.order
  const name = (isNow: boolean) => nameOf(subject, measure, isNow ? period : period - subject.desk.table.lag)
  const bars = parts.flatMap((p, part) =>
    [true, false].map((isNow): Bar => {
      const value = isNow ? p.now : p.was
      const text = label(subject, p.measure, value)
      return { part, isNow, value, text: part === 0 ? `${text} in ${name(isNow)}` : text }
    }),
  )
  const top = Math.max(...bars.map((b) => b.value))
  const room = Math.max(...bars.filter((b) => b.value > top * 0.4).map((b) => b.text.length)) * letter + 8
  return draw({
    height: parts.length * 46 + 8,
    marginLeft: 2,
    marginRight: room,
    marginTop: 0,
    marginBottom: 4,
    x: { domain: [0, top], axis: null },
    fy: { domain: parts.map((_, i) => i), axis: null, padding: 0 },
    y: { domain: ['name', true, false], axis: null, padding: 0.12 },
    marks: [
      Plot.barX(bars, { x: 'value', y: 'isNow', fy: 'part', fill: (b: Bar) => (b.isNow ? colours.accent : colours.quiet) }), // biome-ignore format: one mark
      Plot.ruleX([0], { stroke: colours.soft }),
      Plot.text(parts, { fy: (_: unknown, i: number) => i, y: () => 'name', text: (p: Mix['parts'][number]) => nounOf(subject, p.measure), frameAnchor: 'left', textAnchor: 'start', dx: 4, fill: colours.ink }), // biome-ignore format: one mark
      Plot.text(bars, {
        x: 'value',
        y: 'isNow',
        fy: 'part',
        text: 'text',
        textAnchor: 'start',
        dx: 5,
        fill: colours.soft,
      }),
    ],
  })
}
