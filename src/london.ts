import { TZDate } from '@date-fns/tz'

/** UK statistics come out by London's clocks, which are an hour ahead of GMT in summer (STYLE rule 28). */
const zone = 'Europe/London'
const hour = 3_600_000
const months = 'January February March April May June July August September October November December'.split(' ')
const days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

const local = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/

/**
 * The instant that a text names: with an offset, that; without one, what clocks in London show. Of a time that clocks show twice, in
 * the night when they go back, the later. Null where they never show it, in the night when they go forward, or on no such day.
 */
export function instantOf(text: string): Date | null {
  const parts = local.exec(text)
  if (!parts) {
    const at = Date.parse(text)
    return Number.isNaN(at) ? null : new Date(at)
  }
  const [year, month, day, h, m, s] = parts.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const near = new TZDate(year, month - 1, day, h, m, s, zone).getTime()
  const wanted = text.length === 16 ? `${text}:00` : text
  const shown = [near + hour, near, near - hour].find((at) => isoInLondon(new Date(at)).startsWith(wanted))
  return shown === undefined ? null : new Date(shown)
}

const two = (n: number): string => String(n).padStart(2, '0')

/** `2024-07-24T09:30:00+01:00`: an instant as London's clocks show it. */
export function isoInLondon(at: Date): string {
  const t = new TZDate(at.getTime(), zone)
  const day = `${String(t.getFullYear()).padStart(4, '0')}-${two(t.getMonth() + 1)}-${two(t.getDate())}`
  return `${day}T${two(t.getHours())}:${two(t.getMinutes())}:${two(t.getSeconds())}${isSummer(t) ? '+01:00' : '+00:00'}`
}

/** `9.30am on Wednesday July 24 2024 (BST)`; seconds are told where there are any. */
export function saidInLondon(at: Date): string {
  const t = new TZDate(at.getTime(), zone)
  const seconds = t.getSeconds() === 0 ? '' : `.${two(t.getSeconds())}`
  const time = `${t.getHours() % 12 || 12}.${two(t.getMinutes())}${seconds}${t.getHours() < 12 ? 'am' : 'pm'}`
  const day = `${days[t.getDay()]} ${months[t.getMonth()]} ${t.getDate()} ${t.getFullYear()}`
  return `${time} on ${day} (${isSummer(t) ? 'BST' : 'GMT'})`
}

const isSummer = (t: TZDate): boolean => t.getTimezoneOffset() === -60
