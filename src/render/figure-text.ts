import type { Brief, BriefFigure } from '../prose/brief.ts'

/** A figure and what it was made of, down to the cells. `above` are the figures it is part of: none is part of itself. */
export function figureTree(brief: Brief, id: string, above: readonly string[] = []): string {
  const figure = Object.hasOwn(brief.figures, id) ? brief.figures[id] : undefined
  const pad = ' '.repeat(4 + 2 * above.length)
  if (!figure) return `${pad}${id}: not in this brief\n`
  if (above.includes(id)) return `${pad}${id}: made of itself\n`
  const { how } = figure
  const line = `${pad}${shown(figure)}  ${made(figure)}  [${id}]\n`
  const of = how.op === 'cells' ? [] : (how.of ?? [])
  return line + of.map((other) => figureTree(brief, other, [...above, id])).join('')
}

const formulas: Record<string, string> = {
  add: 'the sum of',
  subtract: 'the first less the second',
  divide: 'the first over the second',
  'percent-change': 'the first less the second, over the second, times 100',
  'point-change': 'the first less the second, in percentage points',
}

/** How a figure was made, in words: the formula, or the cells. */
export function made({ how }: BriefFigure): string {
  if (how.op === 'cells') {
    const where = [
      how.file,
      how.sheet === undefined ? undefined : `sheet ${how.sheet}`,
      `column ${how.column}`,
      `rows ${how.rows}`,
      how.where && `those of ${Object.values(how.where).join(', ')}`,
    ]
    return `= ${how.agg === 'sum' ? 'sum of ' : ''}${where.filter((w) => w !== undefined).join(', ')}`
  }
  if (how.op === 'divide' && how.times !== undefined)
    return `= ${formulas[how.op]}, times ${how.times.toLocaleString('en-GB')}:`
  const formula = formulas[how.op]
  if (formula !== undefined) return `= ${formula}:`
  const { op, of: _, ...params } = how
  return `= ${op}: ${Object.entries(params)
    .map(([k, v]) => `${k} ${Array.isArray(v) ? v.join(', ') : v}`)
    .join('; ')}`
}

/** A figure unrounded, as far as six decimals. */
export function shown({ value, unit }: { value: number; unit: string }): string {
  const number = String(Math.round(value * 1e6) / 1e6)
  return unit === 'percent' ? `${number}%` : `${number} ${unit}`
}
