import { type Affected, type Consequence, type Grade, grades, placeName } from '../diff/consequence.ts'

/** One consequence with the draft it is of. */
interface Listed extends Consequence {
  draft: string
  area: string
}

/** The consequences of a revision for all that was delivered; its values are JSON (`consequences/1`). */
interface Consequences {
  schema: 'consequences/1'
  /** How many of each grade, gravest first. */
  counts: Record<Grade, number>
  /** Gravest first, then by newsworthiness, then by draft and place. */
  consequences: Listed[]
  /** What each corrected version says, by draft. */
  notes: Record<string, readonly string[]>
}

const gravity = Object.keys(grades) as Grade[]

export function consequencesValue(all: readonly Affected[]): Consequences {
  const listed = all.flatMap(({ draft, area, consequences }) => consequences.map((one) => ({ draft, area, ...one })))
  const counts = Object.fromEntries(gravity.map((g) => [g, listed.filter(({ grade }) => grade === g).length]))
  return {
    schema: 'consequences/1',
    counts: counts as Record<Grade, number>,
    consequences: listed.sort(
      (x, y) =>
        gravity.indexOf(x.grade) - gravity.indexOf(y.grade) ||
        y.newsworthiness - x.newsworthiness ||
        (x.draft < y.draft ? -1 : x.draft > y.draft ? 1 : x.place - y.place),
    ),
    notes: Object.fromEntries(all.flatMap(({ draft, notes }) => (notes.length > 0 ? [[draft, notes]] : []))),
  }
}

const marks = { plain: ['', ''], colour: ['\u001b[1m', '\u001b[0m'] } as const

/** What was published and is now false, for a person at a terminal: by grade, and for each what it read, what it should read, and why. */
export function consequencesReport(all: readonly Affected[], inColour = false): string {
  const { counts, consequences } = consequencesValue(all)
  const [open, close] = inColour ? marks.colour : marks.plain
  if (consequences.length === 0) return 'Nothing that was published is false now.\n'
  return gravity
    .filter((grade) => counts[grade] > 0)
    .map((grade) => {
      const of = consequences.filter((one) => one.grade === grade)
      return `${open}${grades[grade]} (${of.length})${close}\n\n${of.map(oneText).join('\n')}`
    })
    .join('\n')
}

function oneText({ draft, area, counted, sentence, shouldRead, now, causes }: Listed): string {
  const should = shouldRead === null ? ['    is withdrawn'] : [`    should read: ${shouldRead}`]
  return [
    `  ${area}, ${placeName(counted).toLowerCase()} (${draft})`,
    `    read: ${sentence}`,
    ...should,
    ...now.map((line) => `    – ${line}`),
    ...causes.map(({ text }) => `    – data: ${text}`),
    '',
  ].join('\n')
}
