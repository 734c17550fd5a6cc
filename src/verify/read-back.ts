import type { Evidence } from './evidence.ts'
import type { Block, Finding } from './finding.ts'
import { firstMark, type Marked, type Mention, mark } from './mention.ts'
import { Scene } from './scene.ts'
import { sentencesOf } from './sentences.ts'
import { matchOf, type Shape } from './shape.ts'
import { shapes } from './shapes/all.ts'

/**
 * Reads finished copy back: each claim that it makes, recomputed from the sheets.
 * Nothing of it is shared with the code that writes: it knows copy by its words alone.
 * @param about the area's key and the period's id that the copy is of; `own` for a draft of Nib's, which speaks of its own area
 * @returns findings in the order of the copy; a claim that no shape reads is `unchecked`
 */
export function readBack(
  blocks: readonly Block[],
  about: { area: string; period: string; own: boolean },
  evidence: Evidence,
): Finding[] {
  const places = evidence.memo('places', () => new Map(evidence.areas.map((a, i) => [a.key, i])))
  const area = places.get(about.area) ?? -1
  const period = evidence.periods.findIndex((p) => p.id === about.period)
  const scene = new Scene(evidence, { area, period, own: about.own })
  const explained = explanations(evidence)
  for (const [i, { kind, text }] of blocks.entries()) {
    if (kind === 'desk' || kind === 'crosshead') continue
    scene.block = i
    scene.area = area
    for (const sentence of sentencesOf(text)) {
      if (!explained.has(sentence.text))
        readSentence(scene, dated(evidence, mark(evidence, sentence.text, sentence.start), period))
    }
  }
  return scene.findings.sort((a, b) => a.block - b.block || a.start - b.start)
}

/** A name that several areas had, one after another, is that of the one there was at the time; the month before is that before. */
function dated(evidence: Evidence, marked: Marked, period: number): Marked {
  if (period < 0) return marked
  for (const m of marked.mentions) {
    if (m.areas) m.areas = m.areas.map((a) => evidence.alike(a, period))
    // There is no month before in a table of years.
    if (m.back !== undefined && evidence.lag > 1) m.period = period - m.back
  }
  return marked
}

/** The definition's own words on what is counted: they claim nothing of any figure. */
function explanations(evidence: Evidence): ReadonlySet<string> {
  return evidence.memo('explanations', () => {
    const texts = Object.values(evidence.release.definition.explains).flatMap(({ text }) => text)
    return new Set(texts.flatMap((text) => sentencesOf(text).map((s) => s.text)))
  })
}

interface Event {
  start: number
  end: number
  run: () => void
}

function readSentence(scene: Scene, marked: Marked): void {
  scene.mentions = marked.mentions
  scene.used = new Set()
  scene.told = []
  const units = marked.mentions.filter((m) => m.kind === 'U')
  scene.unit = units.length === 1 ? units[0]!.unit! : null
  const events = matches(scene, marked)
  for (const one of [...events, ...loose(scene, marked, events)].sort((a, b) => a.start - b.start)) {
    if (units.length > 1) scene.unit = nearestUnit(units, marked, one)
    one.run()
  }
  unread(scene)
}

/** What the shapes find: those listed first come first, and what one has read no other reads. */
function matches(scene: Scene, { norm, mentions }: Marked): Event[] {
  const events: Event[] = []
  for (const { pattern, needs, read, fits } of shapes as readonly Shape[]) {
    if (!needs.every((word) => norm.includes(word))) continue
    for (const found of norm.matchAll(pattern)) {
      const [start, end] = [found.index, found.index + found[0].length]
      if (events.some((e) => e.start < end && start < e.end)) continue
      // What is said of years is true of no month.
      if (scene.evidence.lag > 1 && /(?<!-)\byears?\b|\bannual/.test(found[0])) continue
      const match = matchOf(found, mentions)
      if (fits && !fits(scene, match)) continue
      events.push({ start, end, run: () => read(scene, match) })
    }
  }
  return events
}

/** Areas and measures that stand outside of what the shapes read: what is spoken of from there on. */
function loose(scene: Scene, { norm, mentions }: Marked, events: readonly Event[]): Event[] {
  const found: Event[] = []
  for (let i = 0; i < norm.length; i++) {
    const code = norm.charCodeAt(i) - firstMark
    if (code < 0 || code >= mentions.length || events.some((e) => e.start <= i && i < e.end)) continue
    const mention = mentions[code]!
    if ('AWF'.includes(mention.kind)) found.push({ start: i - 1, end: i + 1, run: () => scene.see(mention) })
    if (mention.kind === 'M') found.push({ start: i - 1, end: i + 1, run: () => scene.seeTopic(mention) })
    if (mention.kind === 'R' && scene.evidence.lag > 1)
      found.push({
        start: i - 1,
        end: i + 1,
        run: () => scene.say([mention], 'unchecked', '', 'these are not figures of a year'),
      })
  }
  return found
}

/** Of several units in a sentence, the last one named before, or else the first behind. */
function nearestUnit(units: readonly Mention[], { norm, mentions }: Marked, event: Event): 'fte' | 'headcount' | null {
  const inside = [...norm.slice(event.start, event.end)].flatMap((c) => mentions[c.charCodeAt(0) - firstMark] ?? [])
  const end = Math.max(...inside.map((m) => m.end), 0)
  return (units.filter((u) => u.start <= end).at(-1) ?? units[0]!).unit ?? null
}

/** Claims that nothing has read. A number spelt out as one is often a pronoun. */
function unread(scene: Scene): void {
  for (const mention of scene.mentions) {
    if (scene.used.has(mention) || !'NCYTQHODKEVPBLS'.includes(mention.kind)) continue
    if (mention.said?.value === 1 && mention.said.spelt) continue
    scene.say([mention], 'unchecked', '', 'no way of checking this is known')
  }
}
