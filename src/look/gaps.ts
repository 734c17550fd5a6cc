import { inAYear } from '../table/period.ts'
import type { PeriodBelief } from './belief.ts'

/** Whether periods are missing between the first and the last. */
export function periodGaps({ kind, from, to, count }: PeriodBelief): string | null {
  const place = (id: string): number => {
    const part = /-(?:Q|H)?(\d+)$/.exec(id)
    return Number(id.slice(0, 4)) * inAYear(kind) + (part ? Number(part[1]) - 1 : 0)
  }
  const every =
    kind === 'day' || !/-/.test(from)
      ? Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1
      : place(to) - place(from) + 1
  return every > count ? `${every - count} of the ${every} periods from ${from} to ${to} are missing` : null
}
