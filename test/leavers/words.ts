import type { Brief, Par } from '../../src/index.ts'
import { nation } from '../truth/workforce.ts'
import { breakdowns } from './measures.ts'
import { yearIn } from './periods.ts'
import type { Reckon } from './reckon.ts'

interface Context {
  par: Par
  brief: Brief
  reckon: Reckon
  area: string
  year: number
}
/** A sentence that claims by its words alone, and what would make it untrue. */
interface Reader {
  pattern: RegExp
  isTrue(found: RegExpExecArray, context: Context): boolean
}

const share = 'resignation-share'
const [joining, leaving] = ['joining-rate-fte', 'leaving-rate-fte']
const isUp = (word: string): boolean => /^(?:risen|up|more|rise|rose|higher|larger|highest|Joiners)$/.test(word)

/** The areas ahead of the draft's own by its share, the highest first, if nobody is level with it. */
const aheadBy = ({ reckon, area, year }: Context): string[] | null => {
  const { ahead, joint } = reckon.rank(share, area, year, 'level', 'level', 'large')
  return joint ? null : ahead
}

/** Other areas that are named from a place in the text on. */
const namedFrom = ({ par, area }: Context, start: number): string[] =>
  par.spans.flatMap((s) => (s.kind === 'area' && s.start >= start && ![area, nation].includes(s.ref) ? [s.ref] : []))
const sameSet = (a: readonly string[], b: readonly string[] | null): boolean =>
  b !== null && JSON.stringify([...a].sort()) === JSON.stringify([...b].sort())

const words: Record<string, string> = {
  'voluntary resignation': 'resignations-fte',
  'normal retirement': 'retirements-fte',
}
/** The biggest of the reasons for leaving. */
const leader = ({ reckon, year }: Context, area: string): string =>
  breakdowns['reason']!.parts.reduce((best, m) => (reckon.h(m, area, year) > reckon.h(best, area, year) ? m : best))
const isReason = (said: string, area: string, c: Context): boolean => words[said.toLowerCase()] === leader(c, area)
const reason = '(voluntary resignation|normal retirement)'

const readers: readonly Reader[] = [
  {
    pattern: /behind only|Only (?=.* had a higher)/,
    isTrue: (found, c) => sameSet(namedFrom(c, found.index), aheadBy(c)),
  },
  { pattern: /No other police force .* larger share/, isTrue: (_, c) => aheadBy(c)?.length === 0 },
  {
    pattern: /No other police force .* smaller share/,
    isTrue: (_, { reckon, area, year }) =>
      reckon.keys().every((a) => a === area || reckon.v(share, a, year) > reckon.v(share, area, year)),
  },
  {
    // What had been smaller a year earlier has grown.
    pattern:
      /[Ss]hare [^.,]*\b(?:has|was) (risen|fallen|up|down) from|\ba (larger|smaller) share of (?:those leaving|leavers)|[Ss]hare [^.,]*\bhad been (higher|lower) a year/,
    isTrue: ([, now, ...then], { reckon, area, year }) => {
      const by = reckon.shown(share, area, year) - reckon.shown(share, area, year - 1)
      return by !== 0 && by > 0 === (now ? isUp(now) : then.some((word) => word === 'smaller' || word === 'lower'))
    },
  },
  {
    pattern: /The joining rate was (higher|lower),/,
    isTrue: ([, word], { reckon, area, year }) => {
      const by = reckon.shown(joining, area, year) - reckon.shown(leaving, area, year)
      return by !== 0 && by > 0 === isUp(word!)
    },
  },
  {
    pattern: /^(Joiners|Leavers) outnumbered|, \S+ (more|fewer) than left/,
    isTrue: ([, who, word], { reckon, area, year }) =>
      reckon.h('joiners-fte', area, year) > reckon.h('leavers-fte', area, year) === isUp((who ?? word)!),
  },
  {
    pattern: /(rose|fell) at all 43 forces/,
    isTrue: ([, word], { reckon, year }) =>
      reckon.went('resignations', year, isUp(word!) ? 'up' : 'down').length === reckon.keys().length,
  },
  {
    pattern: /^All but one of the 43 forces met their own targets/,
    isTrue: (found, c) => {
      const missed = c.reckon
        .keys()
        .filter((a) => c.reckon.h('extra-officers', a, 2023) < c.reckon.h('extra-target', a, 2023))
      return missed.length === 1 && sameSet(namedFrom(c, found.index), missed)
    },
  },
  {
    pattern: new RegExp(
      `^(?:At the force, as in|The biggest reason for leaving [^.]*, as nationally)[^.]*?${reason}|^${reason} is the most common reason for leaving at the force, as`,
      'i',
    ),
    isTrue: ([, a, b], c) => [c.area, nation].every((area) => isReason((a ?? b)!, area, c)),
  },
  {
    pattern: new RegExp(`^(?:Nationally|While) ${reason} .* it is ${reason}\\.`),
    isTrue: ([, there, here], c) => isReason(there!, nation, c) && isReason(here!, c.area, c),
  },
  {
    pattern: new RegExp(`^The biggest reason for leaving the force is ${reason}\\. Across .*, it is ${reason}\\.`),
    isTrue: ([, here, there], c) => isReason(there!, nation, c) && isReason(here!, c.area, c),
  },
]

/** The readers that found nothing to read, by their patterns: their words have changed, and they are in vain. */
export const inVain = (briefs: readonly Brief[]): string[] =>
  readers
    .filter(({ pattern }) => !briefs.some((b) => b.pars.some((par) => pattern.test(par.text))))
    .map(({ pattern }) => pattern.source)

/** What is false in a draft by its words alone, and claims whose words say the other end than their fact. */
export function falseWords(brief: Brief, reckon: Reckon): string[] {
  const { key: area } = brief.area
  return brief.pars.flatMap((par) => {
    const context: Context = { par, brief, reckon, area, year: yearIn(brief.period.id) }
    const wrong = readers.flatMap(({ pattern, isTrue }) => {
      const found = pattern.exec(par.text)
      return found && !isTrue(found, context) ? [`“${found[0]}” is untrue`] : []
    })
    return [...wrong, ...ends(par, brief)].map((why) => `${brief.id}: “${par.text}”: ${why}`)
  })
}

const [high, low] = [
  /\b(?:more|most|highest|high|peak|largest|biggest)\b/i,
  /\b(?:fewer|fewest|lowest|low|smallest|least)\b/i,
]

/** “The most since…” is told of a highest, and “the fewest” of a lowest. */
function ends(par: Par, { facts }: Brief): string[] {
  return par.spans.flatMap(({ kind, ref, start, end }) => {
    const extreme = kind === 'claim' ? facts[ref]?.params['extreme'] : undefined
    if (extreme === undefined) return []
    const said = par.text.slice(start, end)
    const fits = extreme === 'highest' ? high.test(said) && !low.test(said) : low.test(said) && !high.test(said)
    return fits || !(high.test(said) || low.test(said)) ? [] : [`“${said}” is said of the ${extreme}`]
  })
}
