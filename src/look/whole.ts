import type { AreaRow, Level, WholeBelief } from './belief.ts'
import { isTotalName, wholeOfCodes } from './geography.ts'
import type { Standing } from './sums.ts'

const of = (row: AreaRow): string =>
  isTotalName(row.name) && !/\bk|england|britain|kingdom|uk\b/i.test(row.name) ? 'All areas' : row.name

/** How the values of a row stand to those of the areas that are ranked. */
export type Stands = (row: AreaRow, level: Level) => Standing

/** The whole that the areas make, and whether the table has a row for it. */
export function wholeOf(levels: readonly Level[], main: Level, stands: Stands): WholeBelief {
  const above = levels.filter((level) => level !== main && (level.name === 'whole' || level.name === 'nation'))
  // Two nations are a level of their own; the one above them all is the whole.
  const rows = [...above]
    .sort((a, b) => Number(b.name === 'whole') - Number(a.name === 'whole'))
    .find(({ areas }) => areas.length === 1)
  const row = rows?.areas[0] ?? hiddenTotal(main, stands)
  if (row) {
    const { groups, sums } = stands(row, main)
    const why = `the table has a row for it (${row.name})`
    const check =
      groups === 0
        ? 'it could not be held against the sum of the areas'
        : sums < groups
          ? `it is the sum of the ${main.noun[1]} in ${sums} of ${groups} cases looked at`
          : rows === undefined
            ? `${row.name} is taken for the total, as its values are the sum of the others`
            : null
    const name = of(row)
    return {
      name,
      code: row.code,
      made: 'published',
      row,
      why,
      check: name === row.name ? check : [check, 'say what it is called in copy'].filter(Boolean).join('; '),
    }
  }
  const codes = main.areas.flatMap(({ code }) => code ?? [])
  const known = codes.length > 0 ? wholeOfCodes(codes) : null
  const why = 'no row of the table is the sum of the others: it is added up'
  if (known)
    return {
      ...known,
      made: 'sum',
      row: null,
      why,
      check: `only if the table has every ${main.noun[0]} of ${known.name}`,
    }
  return {
    name: 'All areas',
    code: null,
    made: 'sum',
    row: null,
    why,
    check: 'say what the areas make together, such as England',
  }
}

/** A row among the areas whose values are the sum of all others. */
function hiddenTotal(main: Level, stands: Stands): AreaRow | null {
  if (main.areas.length < 4) return null
  return (
    main.areas.find((row) => {
      const { groups, sums } = stands(row, main)
      return groups > 0 && sums >= groups * 0.9
    }) ?? null
  )
}
