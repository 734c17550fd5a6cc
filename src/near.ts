import { closest, distance } from 'fastest-levenshtein'

/** Longer names are compared by their beginning. */
const most = 200

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase().slice(0, most)

/**
 * The known name that is probably meant: at most a third of its letters away, or two letters that
 * changed places; null where none is so near.
 */
export function near(name: string, known: readonly string[]): string | null {
  if (known.length === 0) return null
  const wanted = plain(name)
  const plainly = known.map(plain)
  const best = closest(wanted, plainly)
  const letters = Math.max(wanted.length, best.length)
  return distance(wanted, best) <= Math.max(letters / 3, letters > 3 ? 2 : 0)
    ? (known[plainly.indexOf(best)] ?? null)
    : null
}
