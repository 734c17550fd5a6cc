import { isPerMany, isStock } from '../../release/measures.ts'
import type { Mention } from '../mention.ts'
import type { Ratio, Scene } from '../scene.ts'
import { amountFault } from './amount.ts'

/** A share of one topic in another. Both sides are counted in one unit (STYLE rule 18). */
export function shareOf(s: Scene, part: number, base: number): Ratio {
  return { kind: 'share', part: s.keys(part), base: s.keys(base), shift: 0 }
}

/** The rates of the definition whose upper side is a topic: over what, and when that was counted. */
export function rateOf(s: Scene, topic: number, headcount = false): Ratio | null {
  const wanted = s.words.topics[topic]
  if (wanted === undefined) return null
  const rates = Object.entries(s.evidence.measures).flatMap(([key, m]) =>
    'rate' in m && !isPerMany(m) && (wanted.measures.includes(m.rate) || wanted.measures.includes(key)) ? [m] : [],
  )
  const unit = headcount ? 'headcount' : (s.unit ?? s.usual)
  const one = rates.find((m) => s.evidence.unit(m.rate) === unit) ?? rates[0]
  if (one === undefined) return null
  // A stock stands at the end of its period: the start of this one is the end of the one before.
  const shift = one.at === 'start' && isStock(s.evidence.release.definition, one.over) ? 1 : 0
  return { kind: 'rate', part: [one.rate], base: [one.over], shift }
}

const label = (ratio: Ratio): string =>
  ratio.base.length === 0
    ? (ratio.part[0] ?? '?')
    : `${ratio.part[0] ?? '?'} as a ${ratio.kind} of ${ratio.base[0] ?? '?'}`

/** A share or a rate against the data; right of another base, period, area or unit, it says so. */
export function ratio(s: Scene, mention: Mention | undefined, of: Ratio | null, area: number, period = s.now): void {
  if (mention?.said === undefined) return
  if (of === null) return s.say([mention], 'unchecked', '', 'no rate of that is known')
  const form = mention.kind === 'C' || mention.kind === 'Q' ? 100 : 1
  const value = s.ratioValue(of, area, period) * form
  const fault = amountFault(s, mention.said, of, area, period)
  if (fault !== null) return s.say([mention], 'wrong', label(of), fault)
  const small = s.value(of.base[0] ?? '', area, period - of.shift) < 50
  if (small && s.about.own)
    return s.say([mention], 'wrong', label(of), 'the base is under 50: give the counts (STYLE rule 20)')
  s.number(
    mention,
    `${label(of)}, ${s.name(area)}, ${s.when(period)}`,
    [value],
    () => others(s, of, area, period).map((o) => ({ ...o, value: o.value * form })),
    () => [
      ...s.evidence.cells(of.part[0]!, area, period),
      ...(of.base[0] === undefined ? [] : s.evidence.cells(of.base[0], area, period - of.shift)),
    ],
  )
}

function others(s: Scene, of: Ratio, area: number, period: number): { what: string; value: number }[] {
  const found: { what: string; value: number }[] = []
  for (let p = s.now; p >= s.now - s.evidence.lag; p--)
    if (p !== period) found.push({ what: `that of ${s.when(p)}`, value: s.ratioValue(of, area, p) })
  for (const a of [s.about.area, s.last])
    if (a !== area) found.push({ what: `that of ${s.name(a)}`, value: s.ratioValue(of, a, period) })
  const part = s.value(of.part[0] ?? '', area, period)
  for (const topic of s.words.topics) {
    if (topic.ratio) continue
    for (const key of of.base.length === 0 ? [] : topic.measures) {
      if (of.base.includes(key) || of.part.includes(key)) continue
      if (s.evidence.unit(key) === s.evidence.unit(of.part[0]!))
        found.push({ what: `a share of ${topic.name}`, value: part / s.value(key, area, period) })
    }
  }
  return found
}
