const DAY = 86_400_000
/** 31 December 9999, the last day that a spreadsheet knows. */
const LAST = 2_958_465

const two = (n: number): string => String(n).padStart(2, '0')

/** `09:30:00`, with a fraction where there is one. */
function clock(ms: number, [h, m]: readonly [string, string], hours: number): string {
  const seconds = two(Math.floor(ms / 1000) % 60)
  const rest = ms % 1000
  return `${two(hours)}${h}${two(Math.floor(ms / 60_000) % 60)}${m}${seconds}${rest === 0 ? '' : `.${String(rest).padStart(3, '0').replace(/0+$/, '')}`}`
}

/**
 * The day that a number means in a cell shown as a date, as ISO text, with the time where it has one; undefined for a number
 * that is no day. Day 60 of the 1900 system is a 29 February that never was: spreadsheets show it, and so does this.
 */
export function dateOf(serial: number, since1904: boolean): string | undefined {
  const ms = Math.round(serial * DAY)
  const day = Math.floor(ms / DAY)
  if (day > LAST || day < (since1904 ? 0 : 1)) return undefined
  const rest = ms - day * DAY
  const time = rest === 0 ? '' : `T${clock(rest, [':', ':'], Math.floor(rest / 3_600_000))}`
  if (!since1904 && day === 60) return `1900-02-29${time}`
  const first = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30)
  return new Date(first + day * DAY).toISOString().slice(0, 10) + time
}

/** A length of time as ODS has it, `PT09H30M00S`; undefined for one below nothing. */
export function timeOf(serial: number): string | undefined {
  const ms = Math.round(serial * DAY)
  if (ms < 0 || !Number.isSafeInteger(ms)) return undefined
  return `PT${clock(ms, ['H', 'M'], Math.floor(ms / 3_600_000))}S`
}
