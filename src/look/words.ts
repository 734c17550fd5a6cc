const units =
  /\b(fte|headcount|head count|full[- ]?time[- ]equivalents?|percentage of|percentage|per ?cent|pct|number of|numbers of|count of|total number of|no\. of|number|count|obs value|value|values)\b|[%£()[\]]/gi
const acronym = /^[A-Z]{2,5}s?$/
const empty = /^(total|all|the|of|a|an|and|in|)$/i
const sameInBoth = new Set(['staff', 'police', 'people', 'series', 'sheep', 'personnel'])

/** A heading as words: `leavers_headcount` → `leavers`, `Number of vacancies (FTE)` → `vacancies`; empty where nothing is left. */
export function wordsOf(heading: string): string {
  const apart = heading
    .replace(/_/g, ' ')
    .replace(/(\p{Ll})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/\|/g, ' ')
    .replace(units, ' ')
    .replace(/[^\p{L}\p{N}'’&,./ -]/gu, ' ')
  const words = apart.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const text = words.map((word) => (acronym.test(word) ? word : word.toLowerCase())).join(' ')
  if (/^in ?post$/.test(text)) return 'staff in post'
  if (/\bworkforce$/.test(text)) return text.replace(/workforce$/, 'workers')
  // Those from agencies are counted, and not agencies.
  if (/\bagency$/.test(text)) return `${text} staff`
  return text.split(' ').every((word) => empty.test(word))
    ? ''
    : text.replace(/^(total|of|the) /, '').replace(/[,.]$/, '')
}

const last = (text: string, make: (word: string) => string): string => text.replace(/\S+$/, make)

export function plural(text: string): string {
  if (/ in post$/.test(text)) return text
  return last(text, (word) => {
    if (sameInBoth.has(word) || /[^s]s$/.test(word)) return word
    if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, 'ies')
    return /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`
  })
}

export function singular(text: string): string {
  if (text === 'staff in post') return 'member of staff in post'
  return last(text, (word) => {
    if (sameInBoth.has(word) || /ss$/.test(word)) return word
    if (/ies$/.test(word)) return word.replace(/ies$/, 'y')
    if (/(x|z|ch|sh|ss)es$/.test(word)) return word.replace(/es$/, '')
    return /[^su]s$/.test(word) ? word.replace(/s$/, '') : word
  })
}

const stocks = /\b(as at|in post|inpost|headcount at|caseload|cases|vacancy|vacancies|stock|population|on (the )?\d)/i
const flows =
  /\b(starters?|leavers?|joiners?|in the year|during|recorded|new|births|deaths|offences|crimes|arrivals|resignations|retirements|admissions|referrals|lost|cost|spend|spending|expenditure)\b/i

/** A heading as words: `leavers_headcount`, `leaversHeadcount`. */
export const plainName = (name: string): string => name.replace(/_/g, ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')

/** Whether a measure is counted on a day or over a stretch of time; null where no word says so. */
export function flowOf(text: string): 'stock' | 'flow' | null {
  const plain = text.replace(/_/g, ' ')
  if (flows.test(plain)) return 'flow'
  return stocks.test(plain) ? 'stock' : null
}

/** A key: lower-case words joined by hyphens. */
export const keyOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .replace(/%/g, ' percent ')
    .replace(/£/g, ' pounds ')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
