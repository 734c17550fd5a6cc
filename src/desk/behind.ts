import type { Fact } from '../facts/fact.ts'
import type { Brief } from '../prose/brief.ts'
import { made, shown } from '../render/figure-text.ts'
import { type Rows, rowsBelow } from './cells.ts'
import type { Opened } from './opened.ts'
import { around } from './pieces.ts'

/** A figure, how it was made, and what it was made of, down to the rows of a table. */
export interface FigureTold {
  id: string
  value: string
  how: string
  rows: Rows | null
  of: FigureTold[]
}

/** What stands behind a stretch of a text. */
export interface Behind {
  text: string
  figures: FigureTold[]
  claims: Fact[]
}

/**
 * What stands behind a mark of a draft: its figure or fact, and those of the marks around it.
 * @param par 0 is the headline
 * @param span index among the spans of that paragraph
 * @returns null where there is no such mark
 */
export function behind(opened: Opened, brief: Brief, par: number, span: number): Behind | null {
  const sentence = par === 0 ? brief.headline : brief.pars[par - 1]
  const one = sentence?.spans[span]
  if (sentence === undefined || one === undefined) return null
  const spans = around(sentence.spans, span)
  const claims = spans.flatMap(({ kind, ref }) => (kind === 'claim' ? (own(brief.facts, ref) ?? []) : []))
  const told = spans.flatMap(({ kind, ref }) => (kind === 'figure' ? [ref] : []))
  // A claim without a figure of its own is told by the figures that its fact rests on.
  const ids = told.length > 0 ? told : claims.flatMap((fact) => fact.figures)
  return {
    text: sentence.text.slice(one.start, one.end),
    figures: [...new Set(ids)].flatMap((id) => figure(opened, brief, id, []) ?? []),
    claims: [...new Set(claims)],
  }
}

const own = <T>(all: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(all, key) ? all[key] : undefined

function figure(opened: Opened, brief: Brief, id: string, above: readonly string[]): FigureTold | null {
  const found = own(brief.figures, id)
  if (found === undefined || above.includes(id)) return null
  const { how } = found
  const of = how.op === 'cells' ? [] : (how.of ?? [])
  return {
    id,
    value: shown(found),
    how: made(found).replace(/^= /, '').replace(/:$/, ''),
    rows: how.op === 'cells' ? rowsBelow(opened, how) : null,
    of: of.flatMap((one) => figure(opened, brief, one, [...above, id]) ?? []),
  }
}
