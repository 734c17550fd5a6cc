import type { Brief, Edit, Sentence } from '../prose/brief.ts'

/** A place in a draft: the headline is 0. */
export function placeOf(brief: Brief, par: number): { text: string; rule: string; facts: string[] } | null {
  if (par === 0)
    return { text: brief.headline.text, rule: brief.headline.rule ?? 'headline', facts: brief.headline.facts ?? [] }
  const found = brief.pars[par - 1]
  return found ? { text: found.text, rule: found.rule, facts: found.facts } : null
}

/** The draft with other words in one place. What marked figures in the old words marks nothing in the new. */
function withText(brief: Brief, par: number, text: string): Brief {
  const said: Sentence = { text, spans: [] }
  if (par === 0) return { ...brief, headline: { ...brief.headline, ...said } }
  return { ...brief, pars: brief.pars.map((p, i) => (i === par - 1 ? { ...p, ...said } : p)) }
}

/**
 * A person's words in a place, as an edit that is known as one. What was edited before in that place is one edit with this one,
 * and its first text stays what was edited; back to that text, it is none.
 * @param made the version without anybody's edits
 */
export function edited(brief: Brief, made: Brief, par: number, text: string, by: string, at: string): Brief {
  const others = (brief.edits ?? []).filter((e) => e.held !== undefined || e.par !== par)
  const place = placeOf(made, par)!
  if (place.text === text) {
    const back = par === 0 ? made.headline : made.pars[par - 1]!
    const pars = par === 0 ? brief.pars : brief.pars.map((p, i) => (i === par - 1 ? { ...p, ...back } : p))
    return withEdits({ ...brief, headline: par === 0 ? back : brief.headline, pars }, others)
  }
  const edit: Edit = { par, rule: place.rule, facts: place.facts, was: place.text, text, by, at }
  return withEdits(withText(brief, par, text), [...others, edit])
}

const withEdits = (brief: Brief, edits: Edit[]): Brief => {
  const { edits: _, ...rest } = brief
  return edits.length === 0 ? rest : { ...rest, edits: [...edits].sort((a, b) => a.par - b.par) }
}

/**
 * The edits of an earlier version laid over a draft made again. Where the engine writes there what it wrote then, the person's
 * words stand; where it writes something else, or nothing, the edit is held and shown, never silently kept or dropped.
 */
export function carried(made: Brief, edits: readonly Edit[]): Brief {
  let brief = made
  const kept = edits.map((edit): Edit => {
    const par = edit.par === 0 ? 0 : made.pars.findIndex((p) => isSame(p, edit)) + 1
    const place = par === 0 && edit.par !== 0 ? null : placeOf(made, par)
    const { held: _, ...plain } = edit
    if (place === null) return { ...plain, held: { now: null } }
    if (place.text !== edit.was) return { ...plain, par, held: { now: place.text } }
    brief = withText(brief, par, edit.text)
    return { ...plain, par }
  })
  return withEdits(brief, kept)
}

/** The same place: its rule and its facts; or else the same words. */
const isSame = (par: Brief['pars'][number], { rule, facts, was }: Edit): boolean =>
  par.text === was || (par.rule === rule && par.facts.join() === facts.join())

/** A held edit settled: its words stand in the place where it was, or it is dropped. */
export function settled(brief: Brief, made: Brief, index: number, text: string | null, by: string, at: string): Brief {
  const edit = brief.edits![index]!
  const rest = withEdits(
    brief,
    brief.edits!.filter((_, i) => i !== index),
  )
  const isThere = edit.held?.now !== null && placeOf(made, edit.par) !== null
  return text === null || !isThere ? rest : edited(rest, made, edit.par, text, by, at)
}
