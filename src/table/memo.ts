/**
 * What is worked out once for an object and a key, and let go with the object: what is the same for the drafts of all areas
 * must not be worked out for each, or ten thousand areas take a hundred times as long as a thousand.
 */
export function memoOf<O extends object, K, V>(): (owner: O, key: K, make: () => V) => V {
  const held = new WeakMap<O, Map<K, V>>()
  return (owner, key, make) => {
    const mine = held.get(owner) ?? new Map<K, V>()
    held.set(owner, mine)
    const known = mine.get(key)
    if (known !== undefined) return known
    const made = make()
    mine.set(key, made)
    return made
  }
}
