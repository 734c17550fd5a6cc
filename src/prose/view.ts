import type { Claim, Fact } from '../facts/fact.ts'
import type { Binding } from '../plan/bind.ts'
import { isPeople, isStock } from '../release/measures.ts'
import { clauseOf } from './clause.ts'
import type { Material, Press } from './press.ts'
import type { View } from './template.ts'

/** What a template sees: a few words of the release, and the view of the fact in each role. */
export function viewOf(press: Press, material: Material, binding: Binding): View {
  const { definition, areas } = press.release
  const view: Record<string, unknown> = {
    publisher: definition.publisher,
    force: areas.noun[0],
    forces: areas.noun[1],
    adjective: areas.adjective === '' ? '' : `${areas.adjective} `,
    // No table has figures of areas.
    alone: Object.values(definition.tables).every(({ holds }) => holds === 'whole'),
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
    // What is counted by heads is a whole number: what did not change in print did not change.
    const inHeads = press.table.measures.find((m) => m.key === fact.measure)?.unit !== 'fte'
    const stock = isStock(press.release.definition, fact.measure)
    view = Object.assign(
      { ...fact.params, id: fact.id, words, inHeads, stock },
      datesOf(press, fact),
      partsOf(press, fact),
    )
    press.views.set(fact, view)
  }
  return view
}

/** Words a measure does without are empty, so that a template may ask. */
function wordsOf(press: Press, measure: string): object {
  let words = press.words.get(measure)
  if (words === undefined) {
    const { definition } = press.release
    const { noun, ...others } = definition.measures[measure]!.words
    const who = others.did === undefined ? '' : clauseOf(others.did, isPeople(definition, measure))
    words = { aside: '', short: '', ...others, noun, one: noun[0], many: noun[1], who }
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
  return { on: dated[at]?.id ?? fact.period, onBefore: dated[at - table.lag]?.id ?? '' }
}
