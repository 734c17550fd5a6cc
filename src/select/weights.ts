/** What each kind weighs before its own size is counted. The one place for these numbers. */
export const weights = {
  record: 60,
  since: 36,
  against: 90,
  rankFirst: 85,
  rankTopThree: 62,
  rankAmong: 30,
  rankElse: 12,
  step: 8,
  yearTotal: 18,
  streak: 22,
  turn: 34,
  first: 6,
  milestone: 30,
  peak: 26,
  trough: 20,
  change: 26,
  level: 4,
  mix: 18,
  share: 12,
  localNational: 16,
  spread: 30,
  extremes: 22,
  shareAmong: 58,
  shareFirst: 80,
  shareChange: 22,
  shareCompare: 24,
  rate: 14,
  leadingCategory: 20,
  balance: 20,
  target: 26,
  targetOnly: 60,
  revision: 16,
  definition: 8,
} as const

/** How much a measure counts for, by its part in the release. */
export const reach = { lead: 1, angle: 1, other: 0.62, part: 0.3, base: 0.3, supplement: 0.2 } as const

/** A change this many per cent either way counts in full; more counts up to double. */
export const plainChange = 10
