import { list } from '../prose/list.ts'
import { capital } from '../prose/plural.ts'
import { measureIndex } from '../table/table.ts'
import { fewest } from './series.ts'
import { isWhole, type Subject, strongest, valueIn } from './subject.ts'
import { areaOf, label, nameOf, nounOf, told, unitOf, when } from './words.ts'

/** The parts of a breakdown in the order of its definition, now and a year before. */
export interface Mix {
  measure: number
  noun: string
  parts: readonly { measure: number; now: number; was: number }[]
}

/** The breakdown whose parts a fact sets beside those of a year before, of the lead where one does. */
export function mixOf(subject: Subject): Mix | null {
  const { table, release } = subject.desk
  const { period } = subject.order
  const lead = release.leads[isWhole(subject) ? 'whole' : 'area']
  const fact = strongest(
    subject.facts.filter((f) => f.kind === 'mix'),
    lead,
  )
  const breakdown = release.definition.breakdowns[String(fact?.params['breakdown'])]
  if (breakdown === undefined) return null
  const parts = breakdown.parts.map((key) => {
    const measure = measureIndex(table, key)
    return { measure, now: valueIn(subject, measure, period), was: valueIn(subject, measure, period - table.lag) }
  })
  if (parts.length * 2 < fewest) return null
  return { measure: measureIndex(table, breakdown.of), noun: breakdown.noun[0], parts }
}

const times = (subject: Subject, { measure }: Mix): [string, string] => [
  nameOf(subject, measure, subject.order.period - subject.desk.table.lag),
  nameOf(subject, measure, subject.order.period),
]

export function mixTitle(subject: Subject, mix: Mix): string {
  const area = subject.desk.table.areas[subject.area]!.name
  return `${capital(nounOf(subject, mix.measure))} by ${mix.noun}, ${area}, ${times(subject, mix).join(' and ')}`
}

/** More parts than this, and the sentence names the largest alone. */
const mostTold = 4

export function mixAlt(subject: Subject, mix: Mix): string {
  const { measure, parts } = mix
  const what = [unitOf(subject, measure), nounOf(subject, measure)].filter(Boolean).join(' ')
  const shown = `Bar chart: ${what} by ${mix.noun}, ${areaOf(subject)}, ${times(subject, mix).join(' and ')}.`
  const said = (p: Mix['parts'][number]) =>
    `${nounOf(subject, p.measure)} ${told(subject, p.measure, p.now)}, from ${told(subject, p.measure, p.was)}`
  const now = capital(when(subject, measure, subject.order.period))
  if (parts.length <= mostTold) return `${shown} ${now} there were ${parts.map(said).join('; ')}.`
  const top = label(subject, measure, Math.max(...parts.map((p) => p.now)))
  const largest = parts.filter((p) => label(subject, p.measure, p.now) === top)
  if (largest.length === 1)
    return `${shown} The largest part ${when(subject, measure, subject.order.period)}: ${said(largest[0]!)} a year before.`
  return `${shown} The largest parts ${when(subject, measure, subject.order.period)}: ${list(largest.map((p) => nounOf(subject, p.measure)))}, ${top} each.`
}
