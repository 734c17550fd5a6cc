import type { Table } from './table.ts'

/** Publishers give two decimals: less than this is what binary addition left. */
export const isSameValue = (x: number, y: number): boolean => Math.abs(x - y) <= 1e-6 + 1e-9 * Math.abs(x)

/** Whether two tables of one release hold the same figures for the same measures, areas and periods. */
export function sameFigures(one: Table, other: Table): boolean {
  if (one === other) return true
  const axes = ({ measures, areas, periods }: Table) =>
    JSON.stringify([measures.map((m) => m.key), areas.map((a) => a.key), periods.map((p) => p.id)])
  if (axes(one) !== axes(other)) return false
  return one.values.every((x, i) => {
    const y = other.values[i]!
    return Number.isNaN(x) ? Number.isNaN(y) : isSameValue(x, y)
  })
}
