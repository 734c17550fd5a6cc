import { closest, distance } from 'fastest-levenshtein'

/** A heading or name as it is compared: spaces, letter case and the shape of apostrophes do not tell two apart. */
export function label(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'")
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim()
    .toLowerCase()
}

/** The known name that is probably meant: at most a third of its letters away; null where none is so near. */
export function near(name: string, known: readonly string[]): string | null {
  if (known.length === 0) return null
  const wanted = label(name).slice(0, 200)
  const labels = known.map((other) => label(other).slice(0, 200))
  const best = closest(wanted, labels)
  if (distance(wanted, best) * 3 > Math.max(wanted.length, best.length)) return null
  return known[labels.indexOf(best)] ?? null
}
