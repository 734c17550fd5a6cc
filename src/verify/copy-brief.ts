import type { Block } from './finding.ts'

/** What of a draft is read back: its words, and the places they stand in. */
interface Draft {
  headline: { text: string }
  pars: readonly { text: string; slot: string; rule: string }[]
}

/** A draft as blocks of copy. What the desk supplied is marked, and is passed on unchecked (STYLE rule 27). */
export function blocksOf({ headline, pars }: Draft): Block[] {
  const kindOf = ({ slot, rule }: Draft['pars'][number]): Block['kind'] => {
    if (rule.startsWith('desk/')) return 'desk'
    return slot === 'crosshead' || slot === 'line' ? slot : 'par'
  }
  return [{ kind: 'headline', text: headline.text }, ...pars.map((par) => ({ kind: kindOf(par), text: par.text }))]
}
