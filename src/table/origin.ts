/**
 * Where each observation came from: ranges of spreadsheet rows, kept as linked lists in flat arrays,
 * so that keeping them costs little and telling them costs only when asked.
 */
export interface Origins {
  /** File, sheet and column of each measure, in the order of the table's measures. */
  sources: readonly { file: string; sheet: string | null; column: string }[]
  /** Sheet and column of a measure at a period (`measure * periods + period`), where each period has its own. */
  moved: Map<number, { sheet: string | null; column: string }>
  head: Int32Array
  tail: Int32Array
  first: number[]
  last: number[]
  next: number[]
}

export function makeOrigins(sources: Origins['sources'], observations: number): Origins {
  return {
    sources,
    moved: new Map(),
    head: new Int32Array(observations).fill(-1),
    tail: new Int32Array(observations).fill(-1),
    first: [],
    last: [],
    next: [],
  }
}

/** Adds a spreadsheet row (1-based) to an observation; rows come in rising order. */
export function addRow(origins: Origins, observation: number, row: number): void {
  const tail = origins.tail[observation]!
  if (tail >= 0 && origins.last[tail] === row - 1) {
    origins.last[tail] = row
    return
  }
  const range = origins.first.push(row) - 1
  origins.last.push(row)
  origins.next.push(-1)
  if (tail < 0) origins.head[observation] = range
  else origins.next[tail] = range
  origins.tail[observation] = range
}

/** The rows of some observations as a spreadsheet numbers them: `12-40,88`. */
export function rowsOf(origins: Origins, observations: Iterable<number>): string {
  const ranges: [number, number][] = []
  for (const observation of observations) {
    for (let r = origins.head[observation]!; r >= 0; r = origins.next[r]!) {
      ranges.push([origins.first[r]!, origins.last[r]!])
    }
  }
  ranges.sort((a, b) => a[0] - b[0])
  const joined: [number, number][] = []
  for (const range of ranges) {
    const before = joined.at(-1)
    if (before && range[0] <= before[1] + 1) before[1] = Math.max(before[1], range[1])
    else joined.push(range)
  }
  return joined.map(([a, b]) => (a === b ? `${a}` : `${a}-${b}`)).join(',')
}

/** File, sheet and column of a measure at a period, as the publisher has them. */
export function sourceOf(
  { origins, periods }: { origins: Origins; periods: readonly unknown[] },
  measure: number,
  period: number,
): Origins['sources'][number] {
  return { ...origins.sources[measure]!, ...origins.moved.get(measure * periods.length + period) }
}
