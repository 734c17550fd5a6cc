import type { MeasureDefinition } from '../release/definition.ts'
import { isBase, isLevelled, isStock, type MeasureUnit, madeOf } from '../release/measures.ts'
import type { Evidence } from './evidence.ts'

/** What copy may speak of: the measures that count the same things, whatever unit or table they stand in. */
export interface Topic {
  name: string
  /** Keys of base, summed or differing measures, or of one share or rate. */
  measures: readonly string[]
  /** A share or a rate is spoken of otherwise than a number of things. */
  ratio: boolean
}

export interface Lexicon {
  topics: readonly Topic[]
  /** A wording, in small letters → index of its topic. */
  topicOf: ReadonlyMap<string, number>
  /** All wordings, the longest first, as the source of a pattern. */
  wordings: string
  /** What those counted are called in general, where that says nothing: `officers`. */
  plain: string
  asides: string
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** The first letter may stand at the beginning of a sentence, and any apostrophe may be curled. */
const anyCase = (text: string): string =>
  escaped(text)
    .replace(/^[a-z]/, (c) => `[${c}${c.toUpperCase()}]`)
    .replace(/'/g, "['’]")

/** The words of a release's definition, as the copy may use them. */
export function lexicon(evidence: Evidence): Lexicon {
  return evidence.memo('lexicon', () => make(evidence))
}

function make({ release, measures }: Evidence): Lexicon {
  const def = release.definition
  const topics: { name: string; measures: string[]; ratio: boolean }[] = []
  const topicOf = new Map<string, number>()
  const written = new Set<string>()
  const earlier = new Set(Object.values(measures).flatMap((m) => ('earlier' in m && m.earlier ? [m.earlier] : [])))
  const bySame = new Map<string, number>()
  for (const [key, m] of Object.entries(measures)) {
    const ratio = madeOf(m)?.op === 'divide' || isLevelled(m)
    // An earlier edition of a measure is not what copy speaks of.
    if (earlier.has(key)) continue
    const same = [
      ...(isBase(m) ? [`rows ${m.from} ${JSON.stringify(m.where)} ${m.value.replace(/\(.*/, '')}`] : []),
      ...(isBase(m) && m.words.did ? [`did ${m.words.noun[1]} ${m.words.did}`] : []),
      `name ${ratio ? 'ratio ' : ''}${m.words.name}`,
    ]
    const held = same.map((s) => bySame.get(s)).find((i) => i !== undefined)
    const index = held ?? topics.push({ name: m.words.name, measures: [], ratio }) - 1
    topics[index]!.measures.push(key)
    for (const s of same) bySame.set(s, bySame.get(s) ?? index)
    for (const wording of wordingsOf(m, ratio)) {
      const text = wording.toLowerCase()
      written.add(wording)
      if (!topicOf.has(text)) topicOf.set(text, index)
    }
  }
  // What is counted is called by its plain noun only where no measure says what those counted did.
  const lead = measures[release.leads.whole]!
  const [one, many] = lead.words.noun
  const index = topics.findIndex((t) => t.measures.includes(release.leads.whole))
  const says = isStock(def, release.leads.whole)
  if (says) for (const noun of [many, one]) if (!topicOf.has(noun)) topicOf.set(noun, index)
  const wordings = [...new Set([...written, ...topicOf.keys()])].sort((a, b) => b.length - a.length)
  const asides = [...new Set(Object.values(measures).flatMap((m) => m.words.aside ?? []))]
  return {
    topics,
    topicOf,
    wordings: wordings.map(anyCase).join('|'),
    plain: says ? '' : [`${def.areas.adjective} ${many}`.trim(), many, one].map(anyCase).join('|'),
    asides: asides.map(escaped).join('|'),
  }
}

function wordingsOf(measure: MeasureDefinition, ratio: boolean): string[] {
  const { words } = measure
  const isWorkedOut = isLevelled(measure)
  const [one, many] = words.noun
  const did =
    words.did === undefined
      ? []
      : [
          ...[words.did, `who ${words.did}`, `that ${words.did}`],
          ...[one, many].flatMap((noun) => ['', 'who ', 'that '].map((who) => `${noun} ${who}${words.did}`)),
          // What was done to things stands behind them without its verb: fires recorded.
          ...(/^were (\S+)$/.test(words.did) ? [one, many].map((noun) => `${noun} ${words.did!.slice(5)}`) : []),
        ]
  if (ratio) return [words.name, ...(words.also ?? [])].filter((w) => isWorkedOut || /rate|share/.test(w))
  const plural = words.name === many ? [one] : []
  return [
    words.name,
    ...(words.short ? [words.short, `${words.name} (${words.short})`] : []),
    words.stock,
    ...did,
    ...plural,
    ...(words.also ?? []),
  ]
}

/** The measures of a topic in a unit; without a unit, those in the one that the story is told in, else all. */
export function measuresIn(evidence: Evidence, topic: Topic, unit: MeasureUnit | null, usual: MeasureUnit): string[] {
  const wanted = topic.measures.filter((key) => evidence.unit(key) === (unit ?? usual))
  return wanted.length > 0 || unit !== null ? wanted : [...topic.measures]
}
