import type { Shape } from '../shape.ts'
import { levels, moves } from './levels.ts'
import { mix } from './mix.ts'
import { ranks } from './ranks.ts'
import { rates } from './rates.ts'
import { records } from './records.ts'
import { runs } from './runs.ts'
import { shares } from './shares.ts'
import { shorter } from './shorter.ts'
import { spread } from './spread.ts'

/** Every way of saying something that the read-back knows; what stands first is tried first. */
export const shapes: readonly Shape[] = [
  ...shorter,
  ...rates,
  ...shares,
  ...spread,
  ...ranks,
  ...mix,
  ...runs,
  ...records,
  ...levels,
  ...moves,
]
