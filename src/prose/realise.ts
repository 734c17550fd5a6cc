import type { Fact } from '../facts/fact.ts'
import type { Binding } from '../plan/bind.ts'
import type { Place } from '../plan/outline.ts'
import { whole } from '../table/table.ts'
import { amount } from './amount.ts'
import type { BriefFigure, Headline, Par, Sentence } from './brief.ts'
import { unfit } from './measure-text.ts'
import type { Material, Press } from './press.ts'
import { keepFigure } from './provenance.ts'
import { settle } from './spans.ts'
import { wordingsOf } from './template.ts'
import { viewOf } from './view.ts'
import { hash, Unfit, type Voice } from './voice.ts'

/** The words of a draft, the facts it tells, and the figures they stand on. */
export interface Copy {
  headline: Headline
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
    places: press.release.areas.places,
    amount: (measure, value, beside) => {
      const { measures } = press.table
      return amount(measures.find((m) => m.key === measure)!, value, press.style, measures, beside)
    },
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
      copy.headline = { ...sentence, rule: binding.rule, facts: binding.tells.slice() }
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
    for (const span of spans) if (span.kind === 'figure') keepFigure(press, material, copy.figures, span.ref)
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

function keep(press: Press, material: Material, copy: Copy, id: string): void {
  const fact = material.facts.get(id)!
  copy.facts[id] = fact
  for (const figure of fact.figures) keepFigure(press, material, copy.figures, figure)
}
