import type { Fact, Kind } from '../facts/fact.ts'
import type { Brief, BriefFigure, Edit } from '../prose/brief.ts'
import { factKey, type Pair } from './align.ts'
import type { Cause, DataChange, Place } from './change.ts'
import { amountOf, changeText, listed, score } from './say.ts'

/** What a comparison knows beside the two briefs. */
export interface Known {
  data: readonly DataChange[]
  /** The measures of a table that a measure is made of; without it, itself alone. */
  bases: (measure: string) => readonly string[]
  /** An area's name. */
  name: (area: string) => string
  /** The key of the whole, which is made of the areas. */
  whole: string | null
}

/** Why a place is not what it was. */
export function causesOf(was: Brief, now: Brief, pair: Pair, known: Known): Cause[] {
  const desk = deskCauses(was, now, pair)
  if (desk.length > 0 && isSameBelow(was, now, pair)) return desk
  const causes = [...desk, ...ruleCauses(was, now, pair), ...dataCauses(was, now, pair, known)]
  causes.push(
    ...selectionCauses(
      was,
      now,
      pair,
      causes.some(({ kind }) => kind === 'data'),
    ),
  )
  if (causes.length > 0) return causes
  return [{ kind: 'wording', text: 'the same facts and figures, in other words' }]
}

const editAt = ({ edits = [] }: Brief, place: Place | null): Edit | undefined =>
  place === null ? undefined : edits.find((e) => e.held === undefined && e.par === place.index)

function deskCauses(was: Brief, now: Brief, { was: old, now: young }: Pair): Cause[] {
  const [before, after] = [editAt(was, old), editAt(now, young)]
  if (before?.text === after?.text) return []
  if (after) return [{ kind: 'desk', text: `edited by ${after.by} at ${after.at}` }]
  return [{ kind: 'desk', text: `the words of ${before!.by} were taken out` }]
}

/** Whether the engine wrote there the same as before. */
function isSameBelow(was: Brief, now: Brief, { was: old, now: young }: Pair): boolean {
  if (old === null || young === null) return false
  const text = (brief: Brief, place: Place) => editAt(brief, place)?.was ?? place.text
  return text(was, old) === text(now, young)
}

function ruleCauses(was: Brief, now: Brief, { was: old, now: young }: Pair): Cause[] {
  if (old === null || young === null) return []
  if (old.rule !== young.rule) return [{ kind: 'rule', text: `${young.rule} in place of ${old.rule}` }]
  const [before, after] = [was.rules?.[old.rule], now.rules?.[young.rule]]
  return before !== undefined && after !== undefined && before !== after
    ? [{ kind: 'rule', text: `${young.rule} was edited` }]
    : []
}

function dataCauses(was: Brief, now: Brief, pair: Pair, known: Known): Cause[] {
  const leaves = new Map<string, { from: BriefFigure | undefined; to: BriefFigure | undefined; id: string }>()
  const others: DataChange[] = []
  const unknown: Cause[] = []
  for (const [old, young] of factPairs(was, now, pair)) {
    const mine = pairsOfFigures(was, now, old, young)
    for (const leaf of mine.leaves) leaves.set(leaf.id, leaf)
    // A rank, or a count of areas, may move by what is told of others.
    const isOfOthers = mine.differs && mine.leaves.length === 0
    const isOneSided = old === undefined || young === undefined
    const found = isOfOthers || isOneSided ? reached(known, young ? now : was, young ?? old!) : []
    others.push(...found)
    if (isOfOthers && !isOneSided && found.length === 0) unknown.push(...differences(was, now, old, young, known))
  }
  const told = new Set<string>()
  const causes: Cause[] = []
  for (const { id, from, to } of leaves.values()) {
    const data = known.data.filter((d) => isOf(known, d, id))
    for (const d of data) told.add(keyOf(d))
    if (data.length > 0)
      causes.push(...data.map((d): Cause => ({ kind: 'data', text: changeText(d, known.name), data: [d] })))
    else {
      const [measure, area, period] = id.split('@')
      const what = from === undefined || to === undefined ? 'new' : 'revised'
      const text = `${measure}, ${known.name(area ?? '')}, ${period}: ${amountOf(from)} → ${amountOf(to)} (${what})`
      const parts =
        area === known.whole
          ? known.data.filter((d) => d.period === period && known.bases(measure!).includes(d.measure))
          : []
      for (const d of parts) told.add(keyOf(d))
      causes.push(
        parts.length === 0
          ? { kind: 'data', text }
          : { kind: 'data', text: `${text}, by ${listed(parts, known.name)}`, data: parts },
      )
    }
  }
  const more = [...new Map(others.map((d) => [keyOf(d), d])).values()].filter((d) => !told.has(keyOf(d)))
  if (more.length > 0) causes.push({ kind: 'data', text: listed(more, known.name), data: more })
  return [...causes, ...unknown]
}

/** What differs between two tellings of one fact where no cell is known to be behind it: it is told, and never passed off as words. */
function differences(was: Brief, now: Brief, old: Fact, young: Fact, known: Known): Cause[] {
  const what = `${young.kind} of ${young.measure}, ${known.name(young.area)}`
  const roles = Object.keys({ ...old.params, ...young.params })
  const texts = roles.flatMap((role) => {
    const [from, to] = [said(was, old.params[role]), said(now, young.params[role])]
    return from === to ? [] : [`${role} ${from} → ${to}`]
  })
  const when = old.period === young.period ? young.period : `${young.period} in place of ${old.period}`
  return texts.length === 0 ? [] : [{ kind: 'data', text: `${what}, ${when}: ${texts.join(', ')}` }]
}

/** A parameter of a fact in words: a figure's value, or itself. */
function said({ figures }: Brief, value: unknown): string {
  if (typeof value === 'string' && figures[value] !== undefined) return amountOf(figures[value])
  return value === undefined || value === null || value === '' ? 'none' : [value].flat().join(', ')
}

const keyOf = ({ measure, area, period }: DataChange): string => `${measure}@${area}@${period}`

/** Whether a figure of the table is behind a figure of a brief: the whole is made of every area. */
function isOf(known: Known, change: DataChange, id: string): boolean {
  const [measure = '', area, period] = id.split('@')
  return change.area === area && change.period === period && known.bases(measure).includes(change.measure)
}

/** Facts that rest on what every area did, and those that rest on every period of their own area. */
const amongAreas: readonly string[] = ['rank', 'spread', 'extremes', 'target'] satisfies Kind[]
const ofSeries: readonly string[] = [
  ...(['record', 'since', 'peak', 'streak', 'turn', 'first', 'milestone'] satisfies Kind[]),
]

/** What changed of what a fact rests on: in its own area or among all, in the periods of its figures or in all. */
function reached(known: Known, brief: Brief, { kind, measure, area, figures }: Fact): DataChange[] {
  const bases = known.bases(measure)
  const leaves = below(brief, figures).filter((id) => brief.figures[id] && isLeaf(brief.figures[id]))
  const periods = new Set(leaves.map((id) => id.split('@')[2]))
  const isAll = amongAreas.includes(kind) || area === known.whole
  const isAlways = ofSeries.includes(kind) || periods.size === 0
  return known.data.filter(
    (d) => bases.includes(d.measure) && (isAll || d.area === area) && (isAlways || periods.has(d.period)),
  )
}

/** The facts of a place then and now, by what they tell; those of another period are the same. */
function factPairs(was: Brief, now: Brief, { was: old, now: young }: Pair): [Fact | undefined, Fact | undefined][] {
  const of = (brief: Brief, place: Place | null) =>
    new Map((place?.facts ?? []).flatMap((id) => (brief.facts[id] ? [[factKey(id), brief.facts[id]] as const] : [])))
  const [before, after] = [of(was, old), of(now, young)]
  return [...new Set([...before.keys(), ...after.keys()])].map((key) => [before.get(key), after.get(key)])
}

/** The figures of two facts by role: whether any differs, and which of the table's own figures below them do. */
function pairsOfFigures(was: Brief, now: Brief, old: Fact | undefined, young: Fact | undefined) {
  const leaves: { id: string; from: BriefFigure | undefined; to: BriefFigure | undefined }[] = []
  let differs = old === undefined || young === undefined || JSON.stringify(plain(old)) !== JSON.stringify(plain(young))
  const ids = new Set([...(old ? below(was, old.figures) : []), ...(young ? below(now, young.figures) : [])])
  for (const id of ids) {
    const [from, to] = [was.figures[id], now.figures[id]]
    if (from?.value === to?.value) continue
    differs = true
    // One that only one of the two briefs tells of is no figure that changed.
    if (from && to && isLeaf(from, to)) leaves.push({ id, from, to })
  }
  return { differs, leaves }
}

const plain = ({ params }: Fact) =>
  Object.entries(params).filter(([, value]) => typeof value !== 'string' || !value.includes('@'))

const isLeaf = (...figures: BriefFigure[]): boolean => figures.some(({ how }) => how.op === 'cells')

/** Figures and what they are made of, down to the cells. */
function below({ figures }: Brief, ids: readonly string[]): string[] {
  const seen = new Set<string>()
  const look = (id: string): void => {
    if (seen.has(id)) return
    seen.add(id)
    const how = figures[id]?.how
    if (how && 'of' in how) for (const other of how.of ?? []) look(other)
  }
  for (const id of ids) look(id)
  return [...seen]
}

function selectionCauses(was: Brief, now: Brief, pair: Pair, hasData: boolean): Cause[] {
  const { was: old, now: young, moved } = pair
  const weigh = (brief: Brief, place: Place | null) => score(brief, place)
  if (old === null) {
    const held = young!.facts.filter((id) => was.facts[id])
    const text = held.length > 0 ? 'told in another place before' : 'came in'
    return [{ kind: 'selection', text: `${text}: newsworthiness ${weigh(now, young)}` }]
  }
  if (young === null) {
    const again = old.facts.some((id) => Object.keys(now.facts).some((other) => factKey(other) === factKey(id)))
    const text = again ? 'no longer told by itself' : hasData ? 'no longer found' : 'fell out'
    return [{ kind: 'selection', text: `${text}: newsworthiness was ${weigh(was, old)}` }]
  }
  const same = old.facts.map(factKey).join() === young.facts.map(factKey).join()
  if (moved) return [{ kind: 'selection', text: `moved: newsworthiness ${weigh(was, old)} → ${weigh(now, young)}` }]
  if (same || old.facts.length + young.facts.length === 0) return []
  return [{ kind: 'selection', text: `tells other facts: newsworthiness ${weigh(was, old)} → ${weigh(now, young)}` }]
}
