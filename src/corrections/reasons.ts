import { factKey, placesOf } from '../diff/align.ts'
import { causesOf, type Known } from '../diff/causes.ts'
import type { Cause, DataChange, Place } from '../diff/change.ts'
import { listed } from '../diff/say.ts'
import type { Brief } from '../prose/brief.ts'
import type { Cells, Finding } from '../verify/finding.ts'

/** What of the data moved a place: what is behind its facts, and the cells that the read-back has it wrong by. */
export function reasonsOf(
  was: Brief,
  now: Brief | null,
  place: Place,
  findings: readonly Finding[],
  known: Known,
): Cause[] {
  // What a person wrote there hides no cause in the data.
  const [old, young] = [
    { ...was, edits: [] },
    now === null ? { ...was, facts: {}, figures: {}, edits: [] } : { ...now, edits: [] },
  ]
  const causes = causesOf(old, young, { was: place, now: toldNow(now, place), moved: false }, known).filter(
    ({ kind }) => kind === 'data',
  )
  const told = causes.flatMap(({ data = [] }) => data)
  const cells = findings.flatMap(({ right }) => right?.cells ?? [])
  const meets = (d: DataChange, those: readonly Cells[]) => d.cells.some((c) => those.some((one) => overlap(one, c)))
  // A cell is in several measures: the narrowest of them tells it.
  const more: DataChange[] = []
  for (const d of known.data.filter((one) => meets(one, cells)).sort((x, y) => size(x) - size(y)))
    if (![...told, ...more].some((one) => meets(d, one.cells))) more.push(d)
  return more.length === 0 ? causes : [...causes, { kind: 'data', text: listed(more, known.name), data: more }]
}

const size = ({ cells }: DataChange): number =>
  cells.flatMap(({ rows }) => ranges(rows)).reduce((sum, [from, to]) => sum + to - from + 1, 0)

/** The same facts in the new version, wherever it tells them; null where it tells none of them. */
function toldNow(now: Brief | null, place: Place): Place | null {
  if (now === null) return null
  const keys = new Set(place.facts.map(factKey))
  const facts = Object.keys(now.facts).filter((id) => keys.has(factKey(id)))
  const there = placesOf(now).find((one) => one.facts.some((id) => facts.includes(id)))
  return there === undefined ? null : { ...there, rule: place.rule, facts }
}

const overlap = (x: Cells, y: Cells): boolean =>
  x.file === y.file &&
  x.sheet === y.sheet &&
  x.column === y.column &&
  ranges(x.rows).some(([a, b]) => ranges(y.rows).some(([c, d]) => a <= d && c <= b))

const ranges = (rows: string): [number, number][] =>
  rows.split(',').map((part) => {
    const [from, to = from] = part.split('-').map(Number)
    return [from!, to!]
  })
