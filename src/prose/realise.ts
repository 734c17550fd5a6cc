import type { Claim, Fact, Figure, How } from '../facts/fact.ts'
import type { Binding } from '../plan/bind.ts'
import type { Outline, Place } from '../plan/outline.ts'
import type { Rule } from '../plan/rule.ts'
import type { Release } from '../release/load.ts'
import { rowsOf } from '../table/origin.ts'
import type { Period } from '../table/period.ts'
import { at, type Table, whole } from '../table/table.ts'
import type { BriefFigure, Par, Sentence } from './brief.ts'
import { unfit } from './measure-text.ts'
import { settle } from './spans.ts'
import type { Style } from './style.ts'
import { type View, wordingsOf } from './template.ts'
import { hash, Unfit, type Voice } from './voice.ts'

/** What every draft of a run shares: made once. */
export interface Press {
  release: Release
  table: Table
  style: Style
  /** Who is credited with analysis, or null. */
  analyst: string | null
  rules: ReadonlyMap<string, Rule>
  areas: ReadonlyMap<string, Table['areas'][number]>
  periods: ReadonlyMap<string, Period>
  /** Facts as templates see them; one may be told in several places. */
  views: WeakMap<Fact, object>
  /** The words of each measure, as templates see them. */
  words: Map<string, object>
  /** Rows of the whole's observations, which many drafts tell, once looked up. */
  rows: Map<number, How>
}

export function makePress(
  release: Release,
  table: Table,
  style: Style,
  rules: readonly Rule[],
  analyst: string | null,
): Press {
  return {
    analyst,
    release,
    table,
    style,
    rules: new Map(rules.map((rule) => [rule.name, rule])),
    areas: new Map(table.areas.map((a) => [a.key, a])),
    // Stocks and flows date the same time by different names.
    periods: new Map([table, ...table.measures].flatMap(({ periods }) => periods.map((p) => [p.id, p]))),
    views: new WeakMap(),
    words: new Map(),
    rows: new Map(),
  }
}

/** What one draft is made of. */
export interface Material {
  area: number
  period: number
  outline: Outline
  facts: ReadonlyMap<string, Fact>
  figures: (id: string) => Figure
}

/** The words of a draft, the facts it tells, and the figures they stand on. */
export interface Copy {
  headline: Sentence
  pars: Par[]
  facts: Record<string, Fact>
  figures: Record<string, BriefFigure>
  /** Required places that no wording fitted. */
  empty: string[]
}

/** Outline → words. A wording that breaks its place's limits gives way to the next; a rule with none left, to the next rule. */
export function realise(press: Press, material: Material): Copy {
  const voice: Voice = {
    style: press.style,
    area: press.table.areas[material.area]!,
    whole: press.table.areas[whole(press.table)]!,
    areas: press.areas,
    period: press.table.periods[material.period]!,
    periods: press.periods,
    figure: material.figures,
    seed: 0,
    memory: { introduced: false, otherNamed: false, unitSaid: false, fteSaid: false, talliedAt: -1 },
    analyst: press.analyst,
    par: 0,
    tags: [],
  }
  const told = new Set<string>()
  const planned = new Map<string, Place>()
  for (const place of material.outline.places) {
    if (place.slot !== 'headline') for (const id of place.choices[0]!.tells) planned.set(id, place)
  }
  const copy: Copy = { headline: { text: '', spans: [] }, pars: [], facts: {}, figures: {}, empty: [] }
  // What the headline says, until the intro has said it.
  let about: string | undefined
  const sections: (string | undefined)[] = []
  for (const place of material.outline.places) {
    const isHeadline = place.slot === 'headline'
    voice.par = copy.pars.length
    // A second choice may not tell what another par tells.
    const free = (id: string) => isHeadline || (!told.has(id) && (planned.get(id) ?? place) === place)
    const written = write(press, material, voice, about === undefined ? place : preferring(place, about), free)
    if (written === null) {
      if (place.required) copy.empty.push(place.slot)
      continue
    }
    const { binding, sentence } = written
    for (const id of Object.values(binding.roles)) {
      if (id !== null && !(id in copy.facts)) keep(press, material, copy, id)
    }
    if (isHeadline) {
      copy.headline = sentence
      about = binding.tells[0]
    } else {
      about = undefined
      for (const id of binding.tells) told.add(id)
      const { text, spans } = sentence
      sections.push(place.crosshead)
      copy.pars.push({ text, spans, slot: place.slot, rule: binding.rule, facts: binding.tells.slice() })
    }
  }
  for (const { spans } of [copy.headline, ...copy.pars]) {
    for (const span of spans) if (span.kind === 'figure') keepFigure(press, material, copy, span.ref)
  }
  if (copy.pars.length >= material.outline.crossheadsFrom) copy.pars = withCrossheads(copy.pars, sections)
  return copy
}

/** Over the first par of each section its crosshead. It is a label, in the edition's words, and claims nothing. */
function withCrossheads(pars: readonly Par[], sections: readonly (string | undefined)[]): Par[] {
  return pars.flatMap((par, i) => {
    const crosshead = sections[i]
    if (crosshead === undefined || crosshead === sections[i - 1]) return [par]
    return [{ text: crosshead, spans: [], slot: 'crosshead', rule: 'crosshead', facts: [] }, par]
  })
}

/** A place with the choices about one fact in front: a headline that fell back takes its intro with it. */
function preferring(place: Place, fact: string): Place {
  const isAbout = (choice: Binding) => (choice.tells[0] === fact ? 0 : 1)
  return { ...place, choices: [...place.choices].sort((a, b) => isAbout(a) - isAbout(b)) }
}

function write(
  press: Press,
  material: Material,
  voice: Voice,
  place: Place,
  free: (id: string) => boolean,
): { binding: Binding; sentence: Sentence } | null {
  for (const binding of place.choices) {
    if (!binding.tells.every(free)) continue
    const wordings = wordingsOf(press.rules.get(binding.rule)!)
    const view = viewOf(press, material, binding)
    const about = material.facts.get(binding.tells[0] ?? Object.values(binding.roles)[0]!)
    voice.seed = hash(`${binding.rule} ${voice.area.key} ${about?.kind}`)
    for (let n = 0; n < wordings.length; n++) {
      const { introduced, otherNamed, unitSaid, fteSaid, talliedAt } = voice.memory
      voice.tags = []
      try {
        const sentence = settle(wordings[(voice.seed + n) % wordings.length]!(view, voice), voice.tags)
        if (unfit(sentence.text, place.slot, press.style) === null) return { binding, sentence }
      } catch (error) {
        if (!(error instanceof Unfit)) throw error
      }
      voice.memory = { introduced, otherNamed, unitSaid, fteSaid, talliedAt }
    }
  }
  return null
}

/** What a template sees: a few words of the release, and the view of the fact in each role. */
function viewOf(press: Press, material: Material, binding: Binding): View {
  const { definition, areas } = press.release
  const view: Record<string, unknown> = {
    publisher: definition.publisher,
    force: areas.noun[0],
    forces: areas.noun[1],
    adjective: areas.adjective,
  }
  for (const role in binding.roles) {
    const id = binding.roles[role]!
    const fact = id === null ? undefined : material.facts.get(id)
    view[role] = fact === undefined ? null : factView(press, fact)
  }
  return view
}

/** A fact's parameters, its id, and the words of its measure and of those it names. */
function factView(press: Press, fact: Fact): object {
  let view = press.views.get(fact)
  if (view === undefined) {
    const words = wordsOf(press, fact.measure)
    view = Object.assign({ ...fact.params, id: fact.id, words }, datesOf(press, fact), partsOf(press, fact))
    press.views.set(fact, view)
  }
  return view
}

/** Words a measure does without are empty, so that a template may ask. */
function wordsOf(press: Press, measure: string): object {
  let words = press.words.get(measure)
  if (words === undefined) {
    const { noun, ...others } = press.release.definition.measures[measure]!.words
    words = { aside: '', short: '', ...others, noun, one: noun[0], many: noun[1] }
    press.words.set(measure, words)
  }
  return words
}

/** Parameters that name a measure, and what its words are called in a template. */
const parts = {
  part: 'part',
  exception: 'exceptionPart',
  nextPart: 'nextPart',
  wholePart: 'wholePart',
  other: 'otherPart',
}

function partsOf(press: Press, fact: Claim): Record<string, object | string> {
  const words: Record<string, object | string> = {}
  for (const [name, view] of Object.entries(parts)) {
    const measure = fact.params[name]
    // A role of the same name is a figure's, and keeps its place.
    if (typeof measure === 'string' && measure in press.release.definition.measures)
      words[view] = wordsOf(press, measure)
    else if (!(view in fact.params)) words[view] = ''
  }
  return words
}

/** The fact's period and the one before, as its measure dates them: a stock told in a story of flows has days. */
function datesOf({ table }: Press, fact: Claim): { on: string; onBefore: string } {
  const at = table.periods.findIndex((p) => p.id === fact.period)
  const dated = table.measures.find((m) => m.key === fact.measure)?.periods ?? table.periods
  return { on: dated[at]?.id ?? fact.period, onBefore: dated[at - 1]?.id ?? '' }
}

function keep(press: Press, material: Material, copy: Copy, id: string): void {
  const fact = material.facts.get(id)!
  copy.facts[id] = fact
  for (const figure of fact.figures) keepFigure(press, material, copy, figure)
}

function keepFigure(press: Press, material: Material, copy: Copy, id: string): void {
  if (id in copy.figures) return
  const { value, unit, how } = material.figures(id)
  copy.figures[id] = { value, unit, how: how.op === 'observation' ? cells(press, how) : how }
  const of = how.op === 'observation' || how.op === 'cells' ? [] : (how.of ?? [])
  for (const other of of) keepFigure(press, material, copy, other)
}

/** A list of rows longer than this is told by what its rows have in common: it would stand in the draft of every area. */
const longest = 2000

/** The rows behind an observation; the whole's are those of every listed area. */
function cells(press: Press, { measure, area, period }: { measure: number; area: number; period: number }): How {
  const { table } = press
  const observation = at(table, measure, area, period)
  if (area !== whole(table)) return cellsAt(press, measure, rowsOf(table.origins, [observation]))
  let how = press.rows.get(observation)
  if (how === undefined) {
    how = cellsOfWhole(press, measure, period)
    press.rows.set(observation, how)
  }
  return how
}

function cellsOfWhole(press: Press, measure: number, period: number): How {
  const { table } = press
  // The whole itself last: where a table holds the publisher's own figure of it, the rows are its own.
  const areas = Array.from({ length: table.areas.length }, (_, area) => at(table, measure, area, period))
  const rows = rowsOf(table.origins, areas)
  const all = cellsAt(press, measure, rows)
  if (rows.length <= longest) return all
  const ends = rows.split(/[-,]/)
  const list = press.release.definition.areas.list
  const where = {
    measure: table.measures[measure]!.key,
    period: table.measures[measure]!.periods[period]!.id,
    areas: list,
  }
  return { ...all, rows: `${ends[0]}-${ends.at(-1)}`, where, agg: 'sum' } as How
}

function cellsAt(press: Press, measure: number, rows: string): How {
  const { file, sheet, column } = press.table.origins.sources[measure]!
  const agg = rows.includes('-') || rows.includes(',') ? 'sum' : 'value'
  if (sheet === null) return { op: 'cells', file, column, rows, agg }
  return { op: 'cells', file, sheet, column, rows, agg }
}
