import { align, type Pair, placesOf } from '../diff/align.ts'
import type { Known } from '../diff/causes.ts'
import type { Place } from '../diff/change.ts'
import { type Consequence, countedOf, type Grade, gravest } from '../diff/consequence.ts'
import type { Brief } from '../prose/brief.ts'
import type { Finding } from '../verify/finding.ts'
import { type SentenceAt, sentencesOf } from '../verify/sentences.ts'
import { counterpart } from './counterpart.ts'
import { type Evidences, fallenClaims, findingsOf } from './fallen.ts'
import { movedGrade } from './moved.ts'
import { reasonsOf } from './reasons.ts'
import { withRightFigures } from './right-figures.ts'
import { saysNow } from './says-now.ts'

/**
 * What was published and is now false, or would be told in other words, in the order of the copy; docs/corrections.md says what is
 * judged by what. A sentence whose old text still holds, and which only fell out of the selection, is none.
 * @param delivered what was published, the edits of persons in its text
 * @param madeAgain the same story (area, period, edition) of the new tables; null where nothing can be written any more
 * @param evidence the new tables, and the old ones where they are at hand
 * @param known what differs between the two tables
 */
export function consequencesOf(
  delivered: Brief,
  madeAgain: Brief | null,
  evidence: Evidences,
  known: Partial<Known> = {},
): Consequence[] {
  const read = findingsOf(delivered, evidence.now)
  const before = evidence.was === null ? null : findingsOf(delivered, evidence.was)
  const fallen = fallenClaims(read, before)
  const pairs = madeAgain === null ? [] : align(delivered, madeAgain)
  const all = everything(known, delivered)
  return placesOf(delivered).flatMap((place) => {
    const mine = read.filter(({ block }) => block === place.index)
    const pair = pairs.find(({ was }) => was?.index === place.index) ?? { was: place, now: null, moved: false }
    return sentencesOf(place.text).flatMap((sentence): Consequence[] => {
      const wrong = fallen.filter((f) => f.block === place.index && isIn(sentence, f))
      const told =
        wrong.length > 0
          ? falsified(delivered, place, sentence, wrong, pair, evidence)
          : otherwise(delivered, madeAgain, pair, sentence, mine)
      if (told === null) return []
      const causes = reasonsOf(delivered, madeAgain, place, wrong, all)
      const scores = place.facts.flatMap((id) => delivered.facts[id]?.newsworthiness.score ?? [])
      const counted = countedOf(delivered, place.index)
      const base = { place: place.index, counted, published: place.text, sentence: sentence.text }
      return [{ ...base, ...told, findings: wrong, causes, newsworthiness: Math.max(0, ...scores) }]
    })
  })
}

const isIn = ({ start, text }: SentenceAt, f: Finding): boolean => f.start >= start && f.start < start + text.length

const isEdited = ({ edits = [] }: Brief, { index }: Place): boolean =>
  edits.some((edit) => edit.held === undefined && edit.par === index)

const everything = (known: Partial<Known>, { area }: Brief): Known => ({
  data: known.data ?? [],
  bases: known.bases ?? ((measure) => [measure]),
  whole: known.whole ?? null,
  name: known.name ?? ((key) => (key === area.key ? area.name : key)),
})

type Told = Pick<Consequence, 'grade' | 'shouldRead' | 'now'>

/** A sentence in which a claim fell. */
function falsified(
  delivered: Brief,
  place: Place,
  sentence: SentenceAt,
  wrong: readonly Finding[],
  pair: Pair,
  evidence: Evidences,
): Told {
  // The sentence with the right figures says best what was wrong; but one that is told no more has none, if no person wrote it.
  const isTold = pair.now !== null || isEdited(delivered, place)
  const put = isTold ? withRightFigures(delivered, place.index, sentence, wrong, evidence.now) : null
  const shouldRead = put ?? counterpart(pair, sentence)
  return { grade: gradeOf(wrong, shouldRead), shouldRead, now: saysNow(wrong) }
}

/** By the gravest claim that fell. A hedge is words alone where the number that it stands by is still told. */
function gradeOf(wrong: readonly Finding[], shouldRead: string | null): Grade {
  const bySort = ({ sort, text }: Finding): Grade => {
    if (sort === 'standing') return 'claim-gone'
    if (sort === 'direction') return 'direction'
    const target = targetOf(text)
    return sort === 'hedge' && shouldRead !== null && target !== null && shouldRead.includes(target)
      ? 'wording'
      : 'number'
  }
  return gravest(wrong.map((f) => ({ grade: bySort(f) }))) ?? 'number'
}

/** What a hedge stands by: the figure, or the fraction. */
const targetOf = (text: string): string | null =>
  /[£€$]?\d[\d,.]*(?: ?(?:million|billion|m|bn))?%?|half|thirds?|quarters?|fifth|one in .+$/.exec(text)?.[0] ?? null

/** A sentence in which no claim fell, but which the engine's facts tell otherwise. */
function otherwise(
  delivered: Brief,
  madeAgain: Brief | null,
  pair: Pair,
  sentence: SentenceAt,
  read: readonly Finding[],
): Told | null {
  if (
    madeAgain === null ||
    isEdited(delivered, pair.was!) ||
    pair.now === null ||
    delivered.period.id !== madeAgain.period.id
  )
    return null
  const grade = movedGrade(delivered, madeAgain, pair, sentence, read)
  return grade === null ? null : { grade, shouldRead: counterpart(pair, sentence), now: [] }
}
