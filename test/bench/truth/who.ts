import { cellOf, counted } from './ground.ts'
import { type Kind, type Place, replaced, spansOf } from './mutant.ts'

type Named = ReturnType<typeof spansOf>[number]

/** Runs of areas in a list that is said to be complete: “behind only A, B and C”. */
function onlyLists(place: Place): Named[][] {
  const areas = spansOf(place, 'area')
  const lists: Named[][] = []
  for (const area of areas) {
    const last = lists.at(-1)?.at(-1)
    const between = last && place.text.slice(last.end, area.start)
    if (between && /^(?:, | and |, and )$/.test(between)) lists.at(-1)!.push(area)
    else if (/\b(?:behind only|Only) (?:the )?$/.test(place.text.slice(0, area.start))) lists.push([area])
  }
  return lists
}

const nation = 'England and Wales'
const sentenceAround = (text: string, at: number): [number, number] => {
  const start = Math.max(0, ...[...text.matchAll(/\. (?=[A-Z])/g)].map((m) => m.index + 2).filter((i) => i <= at))
  const end = text.slice(at).search(/\. [A-Z]|\.$/)
  return [start, end < 0 ? text.length : at + end]
}

export const who: Kind[] = [
  {
    name: 'last name left out',
    group: 'names',
    why: '“only” names all there are',
    mutate: (place) =>
      onlyLists(place).flatMap((list) => {
        const [a, b] = list.slice(-2) as [Named, Named | undefined]
        if (list.length === 2) return [replaced(place.text, a.end, b!.end, '')]
        if (list.length < 3) return []
        const before = list.at(-3)!
        return [replaced(place.text, before.end, b!.end, ` and ${a.said}`)]
      }),
  },
  {
    name: 'name added',
    group: 'names',
    why: '“only” names all there are, and this one is not among them',
    mutate: (place) =>
      onlyLists(place).flatMap((list) => {
        const others = place.areas.filter((a) => !place.text.includes(a.name) && a.key !== place.brief.area.key)
        const other = others[(place.text.length * 11) % others.length]!.list
        const first = list[0]!
        const text = `${other}${list.length === 1 ? ' and ' : ', '}${first.said}`
        return [replaced(place.text, first.start, first.end, text)]
      }),
  },
  {
    name: 'names exchanged',
    group: 'names',
    why: 'the figures beside the two differ in print, or one of them is said to be ahead of the other',
    mutate: (place) => {
      const { text } = place
      const areas = spansOf(place, 'area').filter((s) => !/’s?$/.test(s.said) && !/\bforce\b/.test(s.said))
      return areas.flatMap((a, i) => {
        const b = areas[i + 1]
        if (!b || a.ref === b.ref || sentenceAround(text, a.start)[0] !== sentenceAround(text, b.start)[0]) return []
        const beside = (s: Named): string | undefined => /^ \((.*?)\)/.exec(text.slice(s.end))?.[1]
        const [one, two] = [beside(a), beside(b)]
        const listed = one !== undefined && two !== undefined && one !== two
        const ahead =
          /^Only $/.test(text.slice(sentenceAround(text, a.start)[0], a.start)) &&
          /^ had .* than $/.test(text.slice(a.end, b.start))
        if (!listed && !ahead) return []
        return [replaced(replaced(text, b.start, b.end, a.said), a.start, a.end, b.said)]
      })
    },
  },
  {
    name: 'area for the nation',
    group: 'names',
    why: 'the counts of the two differ in print, by the table',
    mutate: (place) => {
      const { text, brief, ground } = place
      const own = place.areas.find((a) => a.key === brief.area.key)
      return spansOf(place, 'area').flatMap(({ start, end, said, ref }) => {
        const [from, to] = sentenceAround(text, start)
        const cells = spansOf(place, 'figure').flatMap((s) => {
          const cell = s.start >= from && s.end <= to ? cellOf(s.ref) : null
          return cell && cell.area === ref ? [{ cell, said: s.said }] : []
        })
        const isWhole = said === nation
        const other = isWhole ? own : { key: 'england-and-wales', full: nation, name: nation }
        if (!other || (!isWhole && said !== own?.full && said !== own?.name)) return []
        const differs = cells.some((c) => {
          const value = ground.value({ ...c.cell, area: other.key })
          return !Number.isNaN(value) && counted(value) !== c.said && /^[\d,]+$/.test(c.said)
        })
        return differs ? [replaced(text, start, end, isWhole ? other.name : nation)] : []
      })
    },
  },
  {
    name: 'area of another count',
    group: 'names',
    why: 'the table holds another count for that area; equal ones are dropped',
    mutate: (place) => {
      const { text, ground, areas } = place
      return spansOf(place, 'area').flatMap(({ start, end, said, ref }, i) => {
        const own = areas.find((a) => a.key === ref)
        const form = (['full', 'name', 'list'] as const).find((f) => own?.[f] === said)
        const [from, to] = sentenceAround(text, start)
        const others = areas.filter((a) => {
          const differs = (s: Named): boolean => {
            const cell = s.start >= from && s.end <= to ? cellOf(s.ref) : null
            const value = cell?.area === ref ? ground.value({ ...cell, area: a.key }) : Number.NaN
            return !Number.isNaN(value) && /^[\d,]+$/.test(s.said) && counted(value) !== s.said
          }
          return a.key !== ref && !text.includes(a.name) && spansOf(place, 'figure').some(differs)
        })
        if (!form || others.length === 0) return []
        return [replaced(text, start, end, others[(start * 5 + i + text.length) % others.length]![form])]
      })
    },
  },
  {
    name: 'nation narrowed',
    group: 'names',
    why: 'the figure, or the 43 forces, are those of England and Wales together',
    mutate: (place) =>
      spansOf(place, 'area').flatMap(({ start, end, said }, i) => {
        const [from, to] = sentenceAround(place.text, start)
        const borne = spansOf(place, 'figure').some(
          (s) =>
            s.start >= from && s.end <= to && (s.ref.includes('@england-and-wales@') || s.ref.startsWith('areas@')),
        )
        if (said !== nation || !borne) return []
        return [replaced(place.text, start, end, ['England', 'Wales', 'the UK'][(start + i + place.text.length) % 3]!)]
      }),
  },
]
