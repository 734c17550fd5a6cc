/**
 * How numbers are written in a table: with a decimal point (1,234.5) or a decimal comma (1.234,5). `unsure`: nothing says which,
 * so that whatever holds either sign is refused.
 */
export type Numbers = 'point' | 'comma' | 'unsure'

/** Groups of three begin with no nought: 0,123 is a decimal comma, and no thousand. */
const grouped = (signs: string): string => `[1-9]\\d{0,2}(?:([${signs}])\\d{3})(?:\\1\\d{3})*`
/** No-break, thin and narrow spaces, and the Swiss apostrophe: thousands alike in either way of writing. */
const either = " \\u00a0\\u2009\\u202f'’"
const minus = '[-−–‐‑]?'
const pattern = (group: string, decimal: string): RegExp =>
  new RegExp(`^${minus}(?:\\d+|${grouped(`${group}${either}`)})(?:[${decimal}]\\d+)?$`)

const patterns: Readonly<Record<'point' | 'comma', RegExp>> = {
  point: pattern(',', '.'),
  comma: pattern('.', ','),
}
const bare = /^\d+$/
const sign = /[.,]/

/** The number that a text is, written in this way; NaN where it is none. */
export function numberIn(text: string, numbers: Numbers): number {
  if (bare.test(text)) return Number(text)
  if (numbers === 'unsure') return sign.test(text) ? Number.NaN : numberIn(text, 'point')
  if (!patterns[numbers].test(text)) return Number.NaN
  const value = Number(text)
  // Written as a machine writes it, unless there are thousands, a comma, or the minus is a dash.
  if (numbers === 'point' && !Number.isNaN(value)) return value
  const digits = numbers === 'comma' ? text.replace(/\./g, '').replace(',', '.') : text.replace(/,/g, '')
  return Number(digits.replace(/[ \u00a0\u2009\u202f'’]/g, '').replace(/^[−–‐‑]/, '-'))
}
