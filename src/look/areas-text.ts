import type { AreaRow, Level, Looked } from './belief.ts'
import { draftedBy, type Known, type KnownArea, knownOf } from './known.ts'
import { furtherLevels, listOf, type Named } from './release-text.ts'
import { keyOf } from './words.ts'
import { checked, comment, list, scalar, schemaLine } from './yaml-text.ts'

/** The lists of areas: the one that is ranked, and one for each further level. File name → text. */
export function areasTexts(looked: Looked, named: Named, known: Known): Map<string, string> {
  const { main, levels, alone, whole, periods } = looked.area
  const further = furtherLevels(looked)
  const keys = keysOf([...main.areas, ...further.flatMap(({ areas }) => areas)], keyOf(whole.name))
  const rest = levels.filter((level) => level.name !== main.name && !further.includes(level))
  const others = rest.flatMap(({ areas }) => areas)
  const parents = new Map(
    further.flatMap(({ areas }) =>
      areas.flatMap(
        (a) =>
          [
            [a.code ?? a.name, a],
            [a.name, a],
          ] as const,
      ),
    ),
  )
  const context = { keys, parents, known, periods, schema: named.schemas.areas }
  const texts = new Map<string, string>()
  texts.set(listOf(named), text(listOf(named), alone ? emptyLevel(main) : main, others, context, looked))
  for (const level of further) texts.set(listOf(named, level), text(listOf(named, level), level, [], context, looked))
  return texts
}

interface Context {
  keys: ReadonlyMap<AreaRow, string>
  parents: ReadonlyMap<string, AreaRow>
  known: Known
  periods: readonly string[]
  schema: string
}

/** A list may not be empty; a table of the whole alone has none to list. */
const emptyLevel = (level: Level): Level => ({
  ...level,
  areas: [{ name: 'An area', code: null, codes: [], names: [], level: 'area', first: 0, last: 0, parent: null }],
})

/** Keys that no two areas share, the whole among them. */
function keysOf(areas: readonly AreaRow[], whole: string): Map<AreaRow, string> {
  const used = new Set([whole])
  return new Map(
    areas.map((area) => {
      const name = keyOf(area.name) || keyOf(area.code ?? '') || 'area'
      let key = name
      if (used.has(key)) key = `${name}-${keyOf(area.level)}`
      for (let n = 2; used.has(key); n++) key = `${name}-${n}`
      used.add(key)
      return [area, key] as const
    }),
  )
}

function text(name: string, level: Level, others: readonly AreaRow[], context: Context, looked: Looked): string {
  const { alone } = looked.area
  const latest = context.periods.length - 1
  const known = knownOf(level.areas, context.known)
  const now = level.areas.filter((area) => area.last >= latest || latest < 0)
  const lines = [
    schemaLine(context.schema),
    comment(
      `The areas of ${looked.file}, ${draftedBy}. Copy calls an area by four forms of its name, listed and never derived:`,
    ),
    comment(
      'full at first mention, name in headlines and slugs, short after that, list among others. names are how tables write it.',
    ),
    ...(alone
      ? [checked('the table is of the whole alone, and a list may not be empty: write the areas of other tables here')]
      : []),
    checked('the short form, such as the council or the force, and the full name of each'),
    `list: ${name}`,
    `level: ${scalar(level.name)}`,
    comment('how many there must be for “all”, “only” and “of 43”'),
    ...(now.length === level.areas.length
      ? []
      : [checked(`${now.length} are in the table for ${context.periods.at(-1)}, and ${level.areas.length} in all`)]),
    `expect: ${Math.max(1, now.length)}`,
    'areas:',
    ...level.areas.flatMap((area) => areaLines(area, context, known.get(area))),
    ...(others.length > 0
      ? [
          comment('In the table, but not among the areas: read, checked and left out of every total and rank.'),
          'others:',
          ...others.flatMap((area) => areaLines(area, context)),
        ]
      : []),
  ]
  return `${lines.join('\n')}\n`
}

function areaLines(area: AreaRow, { keys, parents, periods }: Context, found?: KnownArea): string[] {
  const codeOnly = area.code === area.name
  const name = found?.name ?? area.name
  const parent = area.parent === null ? undefined : parents.get(area.parent)
  const names = [...new Set([area.name, ...area.names, ...(found && codeOnly ? found.names : [])])]
  const [from, until] = [periods[area.first], periods[area.last]]
  const late = area.first > 0 && from !== undefined
  const early = area.last < periods.length - 1 && until !== undefined
  return [
    ...(found
      ? [`  ${comment(`forms of its name from ${found.of}`)}`]
      : codeOnly
        ? [`  ${checked('a code alone: write its names')}`]
        : []),
    ...(area.codes.length > 0
      ? [`  ${checked(`its code was ${area.codes.join(', ')} before: the same area, or other borders?`)}`]
      : []),
    ...(area.names.length > 0 ? [`  ${checked(`also written ${area.names.join(', ')}`)}`] : []),
    ...(late || early
      ? [
          `  ${checked(`in the table ${late ? `from ${from} ` : ''}${early ? `until ${until} ` : ''}only: made, merged or missing?`)}`,
        ]
      : []),
    `  - key: ${keys.get(area) ?? keyOf(area.name)}`,
    ...(area.code !== null ? [`    code: ${scalar(area.code)}`] : []),
    ...(area.codes.length > 0 ? [`    codes: ${list(area.codes)}`] : []),
    `    full: ${scalar(found?.full ?? name)}`,
    `    name: ${scalar(name)}`,
    `    short: ${scalar(found?.short ?? name)}`,
    `    list: ${scalar(found?.list ?? name)}`,
    `    names: ${list(names)}`,
    ...(parent && keys.has(parent) ? [`    parent: ${keys.get(parent)}`] : []),
    ...(late ? [`    from: ${JSON.stringify(from)}`] : []),
    ...(early ? [`    until: ${JSON.stringify(until)}`] : []),
  ]
}
