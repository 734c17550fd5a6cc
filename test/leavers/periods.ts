import { about } from './measures.ts'

/** Years by name: a flow of 2024 is 2023/24, a stock is 2024. */
export const flowId = (year: number): string => `${year - 1}/${String(year % 100).padStart(2, '0')}`
export const periodId = (measure: string, year: number): string =>
  about(measure)?.dated === 'stock' ? String(year) : flowId(year)
/** The year a period ends in, or NaN where it is none. */
export function yearIn(id: string): number {
  const [, first, last] = /^(\d{4})(?:\/(\d{2}))?$/.exec(id) ?? []
  if (first === undefined) return Number.NaN
  if (last === undefined) return Number(first)
  return flowId(Number(first) + 1) === id ? Number(first) + 1 : Number.NaN
}
export const observation = (measure: string, area: string, year: number): string =>
  `${measure}@${area}@${periodId(measure, year)}`
export const stretch = (measure: string, area: string, from: number, to: number): string =>
  `${measure}@${area}@${periodId(measure, from)}..${periodId(measure, to)}`
