import { fail } from '../messages.ts'
import { cleaned } from './cleaned.ts'
import type { Block } from './finding.ts'

/** What a brief says it is of, and how it is written: keys and ids. */
export interface About {
  release?: string
  area?: string
  period?: string
  style?: string
}

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

interface Kept extends Draft {
  release?: { id?: unknown }
  area?: { key?: unknown }
  period?: { id?: unknown }
  style?: unknown
}

/** A brief that a person has edited need keep nothing but its words: their spans are of the copy before. */
export function readBrief(text: string, file: string): { blocks: Block[]; about: About } {
  const value = parsed(text, file)
  if (!isDraft(value)) return fail('bad-brief', { file }, { why: 'it has no headline or no pars with a text' })
  const said = (name: string, one: unknown) => (typeof one === 'string' ? { [name]: one } : {})
  return {
    blocks: blocksOf(value).map((block) => ({ ...block, text: cleaned(block.text) })),
    about: {
      ...said('release', value.release?.id),
      ...said('area', value.area?.key),
      ...said('period', value.period?.id),
      ...said('style', value.style),
    },
  }
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    // Where it can be known, the place is in the parser's own message.
    const at = /position (\d+)/.exec((error as Error).message)?.[1]
    const before = text.slice(0, at === undefined ? text.length : Number(at)).split('\n')
    const place = { file, line: before.length, column: before.at(-1)!.length + 1 }
    return fail('bad-brief', place, { why: 'it is not JSON from here on' })
  }
}

function isDraft(value: unknown): value is Kept {
  const draft = value as (Partial<Kept> & { schema?: unknown }) | null
  return (
    typeof draft === 'object' &&
    draft !== null &&
    (draft.schema === undefined || draft.schema === 'brief/1') &&
    typeof draft.headline?.text === 'string' &&
    Array.isArray(draft.pars) &&
    draft.pars.every(
      (par) => typeof par?.text === 'string' && typeof par.slot === 'string' && typeof par.rule === 'string',
    )
  )
}
