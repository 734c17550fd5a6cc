import type { Shown } from './grid.ts'

/** How a number format shows a number, where that is more than plain. */
type Look = Shown['format']

const between = (id: number, first: number, last: number): boolean => id >= first && id <= last

/** The formats that every workbook knows by number; those of 27 and more are East Asian. */
function builtIn(id: number): Look | undefined {
  if (id === 9 || id === 10) return 'percentage'
  if (between(id, 5, 8) || id === 42 || id === 44) return 'currency'
  if (between(id, 18, 21) || between(id, 32, 35) || between(id, 45, 47)) return 'time'
  if (between(id, 14, 17) || id === 22 || between(id, 27, 31) || id === 36 || between(id, 50, 58)) return 'date'
  return undefined
}

const CURRENCIES: Readonly<Record<string, string>> = { '£': 'GBP', '€': 'EUR' }

/** Reads a number format: by its code where the workbook has one, else by its number. */
export function shownAs(id: number, code: string | undefined): Shown | undefined {
  if (code === undefined) {
    const format = builtIn(id)
    return format && { format }
  }
  // Text that stands for itself may hold any letter, and a backslash, underscore or star takes the next with it.
  const signs = [...code.matchAll(/"([^"]*)"/g)].map(([, text = '']) => text).join('')
  const bare = code.replace(/"[^"]*"?|[\\_*]./g, '').split(';')[0] ?? ''
  const brackets = bare.match(/\[[^\]]*\]/g) ?? []
  const letters = bare.replace(/\[[^\]]*\]/g, '').replace(/general|e[+-]/gi, '')
  if (/[dy]/i.test(letters)) return { format: 'date' }
  if (/[hs]/i.test(letters) || brackets.some((text) => /^\[(h+|m+|s+)\]$/i.test(text))) return { format: 'time' }
  if (/m/i.test(letters)) return { format: 'date' }
  if (letters.includes('%')) return { format: 'percentage' }
  return money(brackets, letters + signs)
}

function money(brackets: readonly string[], signs: string): Shown | undefined {
  const named = brackets.map((text) => /^\[\$([^\]-]+)/.exec(text)?.[1]).find((text) => text !== undefined)
  const sign = named ?? /[£€$¥]/.exec(signs)?.[0]
  if (sign === undefined) return undefined
  const currency = /^[A-Z]{3}$/.test(sign) ? sign : CURRENCIES[sign]
  return currency === undefined ? { format: 'currency' } : { format: 'currency', currency }
}
