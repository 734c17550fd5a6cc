import type { Brief, Sentence } from '../../src/index.ts'
import { nounsIn } from './read/reader.ts'
import { nation } from './workforce.ts'

/** The figures told before a place that may be what “that” and “the rise” stand for, in order. */
function figuresBefore(pars: readonly Sentence[], passes: (id: string) => boolean): string[] {
  const told = pars.flatMap((par) => par.spans.filter((s) => s.kind === 'figure').sort((a, b) => a.start - b.start))
  return told.map((s) => s.ref).filter(passes)
}

/** Words that point back at a change: they must find that of the officers of the draft's own area told last. */
const backToChange =
  /^(?:That was|It was the|The (?:percentage )?(?:rise|fall|increase|decrease) (?:was|compares))|\bmost of the (?:increase|rise|fall)(?! in officers)|^Only [^.]+ had a bigger percentage (?:rise|fall)\.|, that was the/i

/** Words that speak of “the number”, or of rises, and do not say of what. */
const bareNumber =
  /\b[Tt]he number (?:has |had )?(?:rose|fell|risen|fallen|gone|went|is|was|stood)\b|^The biggest percentage (?:rises|falls) were at\b/

/** Words that point back, and what they would be read as pointing at. Gives those that point at something else than they mean. */
export function misleading(brief: Brief): string[] {
  const { key } = brief.area
  const now = brief.period.id
  const before = String(Number(now) - 1)
  const changeOf = (area: string) => [
    `officers@${area}@${before}..${now}#percent`,
    `officers@${area}@${before}..${now}#by`,
  ]
  return brief.pars.flatMap((par, i) => {
    const sentences = par.text.split(/(?<=\.)\s+(?=[A-Z])/)
    const earlier = brief.pars.slice(0, i)
    return sentences.flatMap((text, nth) => {
      const wrong: string[] = []
      const say = (why: string) =>
        wrong.push(`${brief.id}: “${text}” ${why}: “${nth > 0 ? sentences[nth - 1] : (earlier.at(-1)?.text ?? '')}”`)
      // All that stands before this sentence.
      const within: Sentence = {
        text: sentences.slice(0, nth).join(' '),
        spans: par.spans.filter((s) => s.end <= par.text.indexOf(text)),
      }
      const told = [...earlier, within]
      if (backToChange.test(text) && !/^It was the first annual (?:rise|fall) in the number of officers/.test(text)) {
        const last = figuresBefore(
          told,
          (id) => /\.\.\d{4}#(?:percent|by)$/.test(id) || /^(?!officers)[a-z-]+@[a-z-]+@\d{4}$/.test(id),
        ).at(-1)
        // Ranks are spoken of in the draft of their own area: its change is meant, even past that of the whole.
        const own = [key, ...(/\bmost of the/i.test(text) ? [nation] : [])].flatMap(changeOf)
        if (last !== undefined && !own.includes(last)) say(`is read of another change (${last})`)
      }
      const bare = bareNumber.exec(text)
      if (bare) {
        const nouns = nounsIn([...told.map((s) => s.text), text.slice(0, bare.index)].join(' '))
        const last = nouns.at(-1) ?? 'officers'
        if (last !== 'officers') say(`is read of ${last}`)
      }
      // “also fell”, “also had fewer”: the par before tells of a move that way.
      const also =
        /\b(?:also (?<a>fell|rose)|(?<b>fell|rose) as well|(?<c>down|up) too|also (?:had |has )?(?<d>more|fewer|a fall|a rise))/.exec(
          text,
        )?.groups
      if (also) {
        const up = /rose|up|more|rise/.test(Object.values(also).find((w) => w !== undefined) ?? '')
        const words = up
          ? /\b(?:rose|risen|rise|grew|grown|up|more|increase)\b/
          : /\b(?:fell|fallen|fall|down|fewer|lowest|dropped|halved|decrease)\b/
        if (!words.test(nth > 0 ? sentences[nth - 1]! : (earlier.at(-1)?.text ?? '')))
          say('has no such move right before it')
      }
      return wrong
    })
  })
}
