/** Lines that did not meet their target. */
const missed = []

export const heading = (text) => console.log(`\n${text}`)

/** A measured value that has no target. */
export const tell = (what, value) => console.log(`  ${what.padEnd(62)} ${value}`)

/** A measured value, its target and whether it is met. */
export function judge(what, value, { atMost, atLeast, unit = '' }) {
  const met = atMost === undefined ? value >= atLeast : value <= atMost
  const target = atMost === undefined ? `at least ${figure(atLeast)}` : `at most ${figure(atMost)}`
  tell(what, `${`${figure(value)}${unit}`.padStart(8)}  (${target}${unit}: ${met ? 'met' : 'MISSED'})`)
  if (!met) missed.push(what)
}

export const seconds = (value) => `${value < 1 ? value.toFixed(3) : value.toFixed(2)} s`

export function finish() {
  const count = missed.length
  console.log(count === 0 ? '\nEvery target that was measured is met.' : `\n${count} missed: ${missed.join('; ')}.`)
}

const figure = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2))
