import type { Block } from './finding.ts'
import type { StyleFinding } from './lint.ts'
import { sentencesOf } from './sentences.ts'

/** STYLE rule 9; the writer keeps its own in the style files, and is not asked. */
const limits = { par: 35, intro: 25, sentences: 2, contrasts: 2 }
/** By the third paragraph (STYLE rule 10). */
const lastToName = 2

type Placed = Block & { block: number }

/** What can be seen of paragraphs in their story: their length, the intro, who published, and that one style is kept to. */
export function storyFaults(
  blocks: readonly Block[],
  style: 'pa' | 'local' | null,
  publisher: string | undefined,
): StyleFinding[] {
  const placed = blocks.map((one, block): Placed => ({ ...one, block }))
  const pars = placed.filter(({ kind }) => kind === 'par')
  return [
    ...pars.flatMap((par, nth) => lengths(par, nth === 0 && pars.length > 1)),
    ...contrasts(pars),
    ...attribution(placed, publisher),
    ...(style === null ? mixed(placed) : []),
  ]
}

const words = (text: string): number => text.split(/\s+/).filter((w) => /[\p{L}\p{N}]/u.test(w)).length

/** @param isIntro of a story of one paragraph none is the intro */
function lengths({ block, text }: Placed, isIntro: boolean): StyleFinding[] {
  const whole = { block, start: 0, end: text.length, rule: 9 }
  const [count, sentences] = [words(text), sentencesOf(text).length]
  const most = isIntro ? limits.intro : limits.par
  const found: StyleFinding[] = []
  if (count > most) found.push({ ...whole, what: `${isIntro ? 'an intro of ' : ''}${count} words, ${most} at most` })
  if (isIntro && sentences > 1) found.push({ ...whole, what: 'an intro of more than one sentence' })
  else if (sentences > limits.sentences) found.push({ ...whole, what: 'more than two sentences' })
  return found
}

/** Words of contrast keep their meaning while they are few. */
const contrasts = (pars: readonly Placed[]): StyleFinding[] =>
  pars
    .flatMap(({ block, text }) => {
      const one = /\b(?:by contrast|however)\b/i.exec(text)
      return one
        ? [{ block, start: one.index, end: one.index + one[0].length, rule: 14, what: 'another contrast' }]
        : []
    })
    .slice(limits.contrasts)

/** The publisher is named by the third paragraph, and once; in what the desk supplied it may be named again. */
function attribution(blocks: readonly Placed[], publisher: string | undefined): StyleFinding[] {
  if (publisher === undefined) return []
  const pars = blocks.filter(({ kind }) => kind !== 'headline')
  const name = new RegExp(publisher.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'g')
  const named = pars.flatMap(({ kind, block, text }, nth) =>
    kind === 'desk' ? [] : [...text.matchAll(name)].map((m) => ({ block, nth, start: m.index })),
  )
  const say = ({ block, start }: { block: number; start: number }, end: number, what: string): StyleFinding => ({
    block,
    start,
    end,
    rule: 10,
    what,
  })
  const [first, ...again] = named
  if (first === undefined)
    return pars[0] ? [say({ block: pars[0].block, start: 0 }, 0, `${publisher} is not named`)] : []
  const length = publisher.length
  return [
    ...(first.nth > lastToName ? [say(first, first.start + length, 'named after the third paragraph')] : []),
    ...again.map((one) => say(one, one.start + length, 'named again')),
  ]
}

/** Never the two styles in one story: whichever comes second is told. */
function mixed(blocks: readonly Placed[]): StyleFinding[] {
  const found = blocks.flatMap(({ kind, block, text }) =>
    kind === 'desk'
      ? []
      : [...text.matchAll(/%|\bper cent\b/g)].map((m) => ({
          block,
          start: m.index,
          end: m.index + m[0].length,
          said: m[0],
        })),
  )
  const other = found.find(({ said }) => said !== found[0]!.said)
  if (other === undefined) return []
  const { said, ...where } = other
  return [{ ...where, rule: 0, what: `${said} beside ${found[0]!.said}` }]
}
