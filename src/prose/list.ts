const holdsAnd = (item: string): boolean => item.includes(' and ')

/**
 * Rule 13: `A`, `A and B`, `A, B and C`, in the order given.
 * The one exception is for clarity: where an item itself holds an `and`, a comma stands before the last `and`
 * (Kent, Surrey, and Devon and Cornwall), or the reader could not tell where one item ends.
 * Of two items it is left out when only the last holds one: Kent and Avon and Somerset.
 */
export const list = (items: readonly string[]): string => {
  const last = items.at(-1)
  if (last === undefined) return ''
  if (items.length === 1) return last
  const others = items.slice(0, -1)
  const needsComma = others.some(holdsAnd) || (items.length > 2 && holdsAnd(last))
  return `${others.join(', ')}${needsComma ? ',' : ''} and ${last}`
}

/** As `list`, where the order says nothing: items that hold an `and` come last, otherwise the order stays. */
export const listFree = (items: readonly string[]): string =>
  list([...items.filter((item) => !holdsAnd(item)), ...items.filter(holdsAnd)])
