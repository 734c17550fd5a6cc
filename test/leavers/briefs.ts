import type { Brief, Fact } from '../../src/index.ts'
import { falseFact } from './facts.ts'
import { falseFigure, type Known } from './figures.ts'
import { yearIn } from './periods.ts'
import type { Reckon } from './reckon.ts'
import { falseSpans } from './spans.ts'

const yearOf = (brief: Brief): number => yearIn(brief.period.id)

/** Every figure of a brief, reckoned anew; what the desk supplies must be marked as not checked. */
export function falseFigures(brief: Brief, reckon: Reckon): string[] {
  return Object.entries(brief.figures).flatMap(([id, figure]) => {
    const wrong =
      figure.how.op === 'desk'
        ? deskFault(id, brief)
        : falseFigure(id, figure as Known, yearOf(brief), (one) => brief.figures[one], reckon)
    return wrong.map((why) => `${brief.id}: figure ${id}: ${why}`)
  })
}

function deskFault(id: string, { pars, caveats }: Brief): string[] {
  const told = pars.filter((par) => par.spans.some((span) => span.ref === id))
  const quoted = told.every((par) => par.spans.some((s) => s.kind === 'quote' && s.end === par.text.length))
  return [
    ...(id.startsWith('desk/') && told.length > 0 && quoted ? [] : ['is told as if it were of the tables']),
    ...(caveats.some((c) => /supplied by the desk.*not checked/i.test(c)) ? [] : ['is not marked as not checked']),
  ]
}

export const falseFacts = (brief: Brief, reckon: Reckon): string[] =>
  Object.values(brief.facts).flatMap((fact) => {
    const wrong = fact.measure.startsWith('desk-') ? deskFact(fact, brief) : falseFact(fact, yearOf(brief), reckon)
    return wrong.map((why) => `${brief.id}: fact ${fact.id}: ${why}`)
  })

/** A number the desk gives is how many there are, and nothing is set against it. */
function deskFact(fact: Fact, { figures }: Brief): string[] {
  const given = fact.figures.every((id) => figures[id]?.how.op === 'desk')
  const params = Object.keys(fact.params).filter((name) => !['none', 'now', 'source', 'on'].includes(name))
  return [
    ...(fact.kind === 'level' && given ? [] : ['claims more than the desk gave']),
    ...params.map((name) => `no check is known for its parameter ${name}`),
  ]
}

/** Ids that are named anywhere in a brief and stand nowhere. */
export function dangling(brief: Brief): string[] {
  const { facts, figures, pars } = brief
  const sentences = [brief.headline, ...pars]
  return [
    ...Object.entries(facts).flatMap(([id, fact]) => [
      ...(fact.id === id ? [] : [`fact ${id} calls itself ${fact.id}`]),
      ...fact.figures.filter((one) => !(one in figures)).map((one) => `fact ${id} names ${one}`),
    ]),
    ...pars.flatMap((par) => par.facts.filter((id) => !(id in facts)).map((id) => `a par tells ${id}`)),
    ...sentences.flatMap(({ spans }) =>
      spans.filter((s) => s.kind === 'figure' && !(s.ref in figures)).map((s) => `a span names ${s.ref}`),
    ),
  ].map((why) => `${brief.id}: ${why}, which is not there`)
}

export const everything = (brief: Brief, reckon: Reckon): string[] => [
  ...falseFigures(brief, reckon),
  ...dangling(brief),
  ...falseFacts(brief, reckon),
  ...falseSpans(brief, reckon),
]
