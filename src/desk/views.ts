import type { Status } from '../archive/state.ts'
import { type Sort, sorts, statuses, type View } from './listing.ts'

export const statusNames: Record<Status, string> = {
  new: 'New',
  changed: 'Changed',
  edited: 'Edited',
  checked: 'Checked',
  approved: 'Approved',
  held: 'Held',
  'sent-back': 'Sent back',
}

export const sortNames: Record<Sort, string> = {
  news: 'Newsworthiness',
  area: 'Area',
  status: 'Status',
  last: 'Last change',
}

/** The view that an address asks for; what it cannot mean is left out. */
export function viewOf(query: (name: string) => string | undefined, period: string): View {
  const status = statuses.find((s) => s === query('status')) ?? null
  const sort = sorts.find((s) => s === query('sort')) ?? 'news'
  return { q: (query('q') ?? '').slice(0, 100), status, sort, period: (query('period') ?? period).slice(0, 40) }
}

/** A view as it stands in an address, with more beside it: `?q=kent&sort=area`, or nothing. */
export function queryOf(view: View, period: string, more: Record<string, string | number | undefined> = {}): string {
  const all = new URLSearchParams()
  if (view.q !== '') all.set('q', view.q)
  if (view.status !== null) all.set('status', view.status)
  if (view.sort !== 'news') all.set('sort', view.sort)
  if (view.period !== period) all.set('period', view.period)
  for (const [name, value] of Object.entries(more)) if (value !== undefined) all.set(name, String(value))
  const text = all.toString()
  return text === '' ? '' : `?${text}`
}

/** The address of a draft. */
export const draftPath = (key: string): string => `/d/${key.split('/').map(encodeURIComponent).join('/')}`

const time = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** `26 Jul 2023, 09:30` */
export const timeOf = (at: string): string => time.format(new Date(at))

/** Direction marks can turn a page's text around. */
export const plain = (text: string): string => text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')

export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`

/** What a key does: the script clicks it, the page shows the key beside it, and a screen reader is told. */
export const keyed = (key: string): { 'data-key': string; 'aria-keyshortcuts': string } => ({
  'data-key': key,
  'aria-keyshortcuts': key,
})
