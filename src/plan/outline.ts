import { type Binding, bind, type Pool } from './bind.ts'
import type { Edition } from './edition.ts'
import type { Rule } from './rule.ts'

/** A place in the story, and the rules that can fill it, best first. */
export interface Place {
  slot: string
  required: boolean
  /** Stands over the first par of its section. */
  crosshead?: string
  choices: readonly Binding[]
}

/** The story before it has words. */
export interface Outline {
  places: readonly Place[]
  /** Crossheads stand in stories of at least this many pars. */
  crossheadsFrom: number
}

/** Alternatives kept for a place, in case the words of the best do not fit. */
const kept = 12

/**
 * Fills the edition's slots from what there is to tell. The headline takes the strongest claim and the intro the same one;
 * each later place must add something; the story stops where what is left falls below a share of its lead.
 */
export function outline(
  edition: Edition,
  rules: readonly Rule[],
  pool: Pool,
  forWhole: boolean,
  style: string,
): Outline {
  const told = new Set<string>()
  const places: Place[] = []
  const used = new Set<string>()
  let lead: Binding | undefined
  let last: string | undefined
  const kindOf = (binding: Binding) => {
    const fact = pool.byId.get(binding.tells[0] ?? '')
    return fact && `${fact.kind} ${fact.measure}`
  }
  let crosshead: string | undefined
  for (const { slot, required, most, each, crosshead: over } of edition.slots) {
    if (each !== undefined) continue
    crosshead = over ?? crosshead
    const mine = rules.filter(
      (r) =>
        r.slot === slot &&
        (r.for === 'any' || (r.for === 'whole') === forWhole) &&
        (r.styles.length === 0 || r.styles.includes(style)),
    )
    for (let n = 0; n < most; n++) {
      let choices = mine.filter((r) => !used.has(r.name)).flatMap((r) => bind(r, pool, told))
      // A headline and its intro are about one thing; a par must add something.
      if (slot === 'intro' && lead) choices = preferring(choices, lead.tells[0]!)
      else choices = choices.filter((c) => c.tells.length > 0)
      if (!required && lead) choices = choices.filter((c) => c.score >= edition.stopBelow * lead!.score)
      // One kind, of one measure, is not used twice running.
      if (!required) choices = choices.filter((c) => kindOf(c) !== last)
      if (slot !== 'intro') choices.sort((a, b) => b.score - a.score || (a.rule < b.rule ? -1 : 1))
      const best = choices[0]
      if (!best) break
      places.push({
        slot,
        required,
        ...(crosshead === undefined ? {} : { crosshead }),
        choices: choices.slice(0, kept),
      })
      if (slot === 'headline') lead = best
      else {
        for (const id of best.tells) told.add(id)
        used.add(best.rule)
        last = kindOf(best)
      }
    }
  }
  return { places, crossheadsFrom: edition.crossheadsFrom }
}

/** Those about this fact first, each group strongest first. */
function preferring(choices: readonly Binding[], fact: string): Binding[] {
  const about = (c: Binding) => (c.tells[0] === fact ? 1 : 0)
  return [...choices].sort((a, b) => about(b) - about(a) || b.score - a.score || (a.rule < b.rule ? -1 : 1))
}
