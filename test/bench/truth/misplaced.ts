import { type Cell, cellOf, counted } from './ground.ts'
import { type Kind, type Place, replaced } from './mutant.ts'
import { typed } from './typing.ts'

/** Each count with the count of another place of the table put for it, where that prints otherwise. */
const from =
  (other: (cell: Cell, place: Place, at: number) => Cell | null): Kind['mutate'] =>
  (place) =>
    typed(place).flatMap(({ start, end, number, unit, ref }) => {
      const cell = unit === '' ? cellOf(ref) : null
      const wrong = cell && other(cell, place, start)
      const value = wrong ? place.ground.value(wrong) : Number.NaN
      // Below ten it would be a word, and the draft's own shape would give it away.
      if (!(value >= 9.5) || counted(value) === number) return []
      return [replaced(place.text, start, end, counted(value))]
    })

const sentenceOf = (text: string, at: number): number => text.slice(0, at).split(/[.:] /).length

export const misplaced: Kind[] = [
  {
    name: 'figure of the year before',
    group: 'numbers',
    why: 'the table holds another count for the year before; equal ones are dropped',
    mutate: from((cell, { ground }) => {
      const period = ground.back(cell, 1)
      return period === undefined ? null : { ...cell, period }
    }),
  },
  {
    name: 'figure of another area',
    group: 'numbers',
    why: 'the table holds another count for that area; equal ones are dropped',
    mutate: from((cell, { areas }, at) => {
      const others = areas.filter((a) => a.key !== cell.area)
      return { ...cell, area: others[(at * 7 + cell.period.length) % others.length]!.key }
    }),
  },
  {
    name: 'figure of another measure',
    group: 'numbers',
    why: 'the table holds another count for that measure; equal ones are dropped',
    mutate: from((cell, { ground }, at) => {
      const others = ground.alike(cell.measure)
      return others.length === 0 ? null : { ...cell, measure: others[at % others.length]! }
    }),
  },
  {
    name: 'figure in the other unit',
    group: 'numbers',
    why: 'the unit is the one that is named, or the story’s own; counts equal in both are dropped',
    mutate: from((cell, { ground }) => {
      const measure = ground.twin(cell.measure)
      return measure === undefined ? null : { ...cell, measure }
    }),
  },
  {
    name: 'figures exchanged',
    group: 'numbers',
    why: 'each figure of a sentence is of something else, and the two print differently',
    mutate: (place) => {
      const { text } = place
      const all = typed(place)
      return all.flatMap((a, i) => {
        const b = all[i + 1]
        if (!b || a.unit !== b.unit || a.number === b.number || a.ref === b.ref) return []
        if (sentenceOf(text, a.start) !== sentenceOf(text, b.start)) return []
        return [
          replaced(
            replaced(text, b.start, b.end, text.slice(a.start, a.end)),
            a.start,
            a.end,
            text.slice(b.start, b.end),
          ),
        ]
      })
    },
  },
  {
    name: 'wrong base',
    group: 'numbers',
    why: 'a base is one count, and the other prints differently',
    mutate: (place) => {
      const { text, brief } = place
      const counts = Object.entries(brief.figures).flatMap(([ref, f]) =>
        cellOf(ref) && f.value >= 9.5 && /^(?:fte|headcount|count)$/.test(f.unit) ? [counted(f.value)] : [],
      )
      return typed(place).flatMap(({ start, end, number, unit, ref }) => {
        if (unit !== '' || !cellOf(ref) || !/\b(?:of|of all|of the|of its|from) $/.test(text.slice(0, start))) return []
        const other = counts.filter((n) => n !== number && !text.includes(n))
        return other.length === 0 ? [] : [replaced(text, start, end, other[start % other.length]!)]
      })
    },
  },
]
