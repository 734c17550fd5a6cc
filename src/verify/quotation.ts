/** Words that claim something without a number: what holds one is no mere label. */
export const claims =
  /\b(?:\d|two|three|four|five|six|seven|eight|nine|ten|half|twice|doubl|trebl|quarter|per cent|highest|lowest|record|biggest|largest|smallest|fewe|more than|most|least|ris(?:e|es|ing)\b|rose|fall|fell|grow|grew|increas|decreas|drop|los[et]|gain|up\b|down\b|only\b)/i

/** Who said it, and as what: longer than this it says something itself. */
const mostWords = 20

/**
 * Whether a paragraph is somebody's words, with who said them: passed on to the letter, and not checked (STYLE rule 27).
 * Only where what stands outside of the quotation marks claims nothing; a word or two in quotation marks make no quotation.
 * @param next the paragraph behind: a quotation that is not closed goes on there, or is none
 * @param inQuote whether the paragraph before left its quotation open
 */
export function isQuotation(text: string, next = '', inQuote = false): boolean {
  const { outside, inside, open } = parted(text)
  if (inside.length === 0 || (open && !/^["“]/.test(next))) return false
  const own = outside.join(' ').trim()
  if (own === '') return /[.!?,…–—-]$/.test(inside[0]!.trim()) || inQuote || open
  if (/\d/.test(own) || claims.test(own) || own.split(/\s+/).length > mostWords) return false
  // A second sentence outside of the marks is the writer's own.
  if (outside.some((part) => /[.!?]\s+\S/.test(part))) return false
  const first = outside[0]!.trim()
  const last = outside.at(-1)!.trim()
  // Their words first: a clause of them, and not a word that is held at arm's length.
  if (first === '') return /[,.!?…]$/.test(inside[0]!.trim()) || /^[,–—-]/.test(outside[1]!.trim())
  return /[:,]$/.test(first) && last === ''
}

interface Parted {
  outside: string[]
  inside: string[]
  open: boolean
}

/** What stands outside of double quotation marks and what inside, in turns; outside is first and last. */
function parted(text: string): Parted {
  const outside: string[] = []
  const inside: string[] = []
  let from = 0
  let open = false
  for (const { 0: mark, index } of text.matchAll(/["“”]/g)) {
    // Curled marks say themselves which they are.
    if ((mark === '“' && open) || (mark === '”' && !open)) continue
    const into = open ? inside : outside
    into.push(text.slice(from, index))
    from = index + 1
    open = !open
  }
  const rest = text.slice(from)
  if (open) inside.push(rest)
  outside.push(open ? '' : rest)
  return { outside, inside, open }
}
