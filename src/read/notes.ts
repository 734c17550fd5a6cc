// Marks such as [c], [x] or [low] say something about the value and are the release's to name; only notes are taken.
const NUMBER = String.raw`\d{1,4}[a-z]?`
const JOIN = String.raw`\s?(?:,\s?and|,|;|&|and|to|-|–)\s?`
const NOTE = new RegExp(String.raw`\[\s?notes?:?\s?${NUMBER}(?:${JOIN}(?:notes?:?\s?)?${NUMBER})*\s?\]`, 'gi')
const RANGE = /(\d{1,4})\s?(?:to|-|–)\s?(?:notes?:?\s?)?(\d{1,4})/gi
const LONGEST_RANGE = 100

function numbered(reference: string): string[] {
  const spelt = reference.replace(RANGE, (range, from: string, to: string) => {
    const count = Number(to) - Number(from) + 1
    if (count < 1 || count > LONGEST_RANGE) return range
    return Array.from({ length: count }, (_, i) => Number(from) + i).join(',')
  })
  return [...spelt.toLowerCase().matchAll(/\d+[a-z]?/g)].map(([number]) => `note ${number}`)
}

/** Text without its references to notes, and what they refer to: `1,234 [Notes 1 and 3]` → `1,234`, `note 1`, `note 3`. */
export function takeNotes(text: string): { text: string; notes: string[] } {
  const notes: string[] = []
  if (!text.includes('[')) return { text, notes }
  let kept = ''
  let from = 0
  for (const match of text.matchAll(NOTE)) {
    kept = joined(kept, text.slice(from, match.index))
    from = match.index + match[0].length
    notes.push(...numbered(match[0]))
  }
  if (notes.length === 0) return { text, notes }
  return { text: joined(kept, text.slice(from)).trim(), notes }
}

/** The space before a note and the one after it become one, and none is left before a comma or full stop. */
function joined(before: string, after: string): string {
  if (before === '') return after
  if (/^\s*([,.;:)]|$)/.test(after)) return before.trimEnd() + after.trimStart()
  return /\s$/.test(before) && /^\s/.test(after) ? before + after.trimStart() : before + after
}
