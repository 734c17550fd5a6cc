/** The middle value; of an even number of values, the mean of the two in the middle. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
}

/**
 * Runs each of several things by turns, so that a busy moment falls on all of them, and gives the median of each.
 * @param things name → a function that does it once and returns what it took
 */
export async function byTurns(things, { warm = 1, rounds = 7 } = {}) {
  const taken = Object.fromEntries(Object.keys(things).map((name) => [name, []]))
  for (let round = -warm; round < rounds; round++) {
    for (const [name, run] of Object.entries(things)) {
      const took = await run()
      if (round >= 0) taken[name].push(took)
    }
  }
  return Object.fromEntries(Object.entries(taken).map(([name, values]) => [name, median(values)]))
}
