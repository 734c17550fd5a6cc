/** How far a binary value may lie under a decimal half and still be that half: 16 steps of a double. */
const BINARY_ERROR = 2 ** -48
/** From here on the guard stops growing, so that it never comes near a half itself. */
const GUARD_STOPS = 2 ** 40
/** From here on a double has no decimals left to round. */
const NO_DECIMALS_LEFT = 2 ** 52

/** Rule 5: a change this large is printed whole. */
const WHOLE_FROM = 10

/**
 * Rule 5: rounds half away from zero on the decimal value, and never gives -0.
 * 1.005 is 1.01 at two decimals and 0.285 * 100 is 29 at none, though their doubles lie just under the half.
 * The guard covers a few operations; it cannot mend a difference of near-equal numbers, so compute a change as
 * `(now - then) / then`, not as `now / then - 1`.
 */
export const roundHalfAway = (value: number, decimals: number): number => {
  const unit = 10 ** decimals
  const scaled = Math.abs(value) * unit
  if (!(scaled < NO_DECIMALS_LEFT)) return value
  const guard = Math.min(scaled, GUARD_STOPS) * BINARY_ERROR
  const rounded = Math.floor(scaled + 0.5 + guard) / unit
  return value < 0 && rounded !== 0 ? -rounded : rounded
}

/**
 * Rule 5: decimals of a change, whole from 10 and one below.
 * The size is judged as it would print: 9.96 would read 10.0, so it is whole and reads 10.
 */
export const changeDecimals = (percent: number): 0 | 1 => (Math.abs(roundHalfAway(percent, 1)) >= WHOLE_FROM ? 0 : 1)
