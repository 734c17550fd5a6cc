import { printed } from '../facts/small.ts'
import type { Area } from '../release/areas.ts'
import { type Hedged, targetName } from './hedge.ts'
import { cardinal } from './number.ts'
import { percentChange } from './percent.ts'
import { tagged } from './spans.ts'
import { Unfit, type Voice } from './voice.ts'

export const figure = (voice: Voice, id: string, text: string): string => tagged(voice.tags, 'figure', id, text)
export const valueAt = (voice: Voice, id: string): number => voice.figure(id).value
export const percentOf = (voice: Voice, id: string): string => {
  const text = percentChange(valueAt(voice, id), voice.style)
  if (text === null) throw new Unfit('the change rounds to nothing')
  return text
}

/** Ten and over go in figures, and then so does the other number of a comparison (STYLE rule 1). */
export function count(voice: Voice, id: string, beside?: unknown): string {
  const value = printed(Math.abs(valueAt(voice, id)))
  const other = typeof beside === 'string' ? printed(Math.abs(valueAt(voice, beside))) : 0
  const limit = voice.style.wordsUpTo
  return cardinal(value, voice.style, { figures: value > limit || other > limit })
}

/** What is not counted, in its unit; the figure's id begins with its measure. */
export const amountOf = (voice: Voice, id: string, beside = false): string =>
  voice.amount(id.slice(0, id.indexOf('@')), valueAt(voice, id), beside)

export const same = (text: string): string => text

/** A hedge and its target: `nearly one in six`. Which of the hedges that are true is the voice's choice. */
export function hedged(voice: Voice, id: string, found: Hedged | null, what: string, change = same): string {
  if (!found) throw new Unfit(`no ${what} is near`)
  const words = found.words.length === 0 ? '' : `${found.words[voice.seed % found.words.length]} `
  return figure(voice, id, change(words + targetName(found.target, voice.style)))
}

export const period = (voice: Voice, id: string) => {
  const found = voice.periods.get(id)
  if (!found) throw new Unfit(`no period ${id}`)
  return found
}

export const named = (voice: Voice, area: Area, form: 'full' | 'name' | 'short' | 'list'): string => {
  if (area.key !== voice.area.key) voice.memory.otherNamed = true
  return tagged(voice.tags, 'area', area.key, area[form])
}

/** In full at first, short after that, and in full again where another area has been named since (STYLE rule 12). */
export function own(voice: Voice, change: (name: string) => string): string {
  const { memory, area } = voice
  const again = memory.introduced && !memory.otherNamed
  memory.introduced = true
  memory.otherNamed = false
  return tagged(voice.tags, 'area', area.key, change(again ? area.short : area.full))
}

export function tallyOf(voice: Voice, many: string): string {
  const { memory, par } = voice
  // The par before was about it: what else could “the number” be.
  const again = memory.talliedAt === par - 1 && par > 0 && !memory.otherNamed
  memory.talliedAt = par
  if (again || voice.area.key === voice.whole.key) return 'the number'
  return `the number of ${many} ${voice.places ? 'in' : 'at'} ${own(voice, same)}`
}

/** Said once; a headcount is a number of people and needs no word. */
export function unitOf(voice: Voice, id: string): string {
  if (voice.figure(id).unit !== 'fte' || voice.memory.unitSaid) return ''
  voice.memory.unitSaid = true
  return 'full-time equivalent '
}
