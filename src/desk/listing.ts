import type { DraftState, Status } from '../archive/state.ts'

export const sorts = ['news', 'area', 'status', 'last'] as const
export type Sort = (typeof sorts)[number]

/** What is wanted of the list. */
export interface View {
  q: string
  status: Status | null
  sort: Sort
  /** The period of the drafts, as in their keys. */
  period: string
}

/** In the order in which they want a person. */
export const statuses: readonly Status[] = ['held', 'sent-back', 'changed', 'new', 'edited', 'checked', 'approved']

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byArea = (a: DraftState, b: DraftState): number => byText(a.shown.area, b.shown.area) || byText(a.draft, b.draft)
const byNews = (a: DraftState, b: DraftState): number => b.shown.score - a.shown.score || byArea(a, b)

const orders: Record<Sort, (a: DraftState, b: DraftState) => number> = {
  news: byNews,
  area: byArea,
  status: (a, b) => statuses.indexOf(a.status) - statuses.indexOf(b.status) || byNews(a, b),
  last: (a, b) => byText(b.at, a.at) || byNews(a, b),
}

/** The drafts in the order of some view. Sorted once for as long as nothing changes. */
export class Listing {
  private states: readonly DraftState[] = []
  private readonly sorted = new Map<string, DraftState[]>()

  /** Takes the states as they are now: a state that changes is another object. */
  take(now: ReadonlyMap<string, DraftState>): readonly DraftState[] {
    const states = [...now.values()]
    if (states.length === this.states.length && states.every((s, i) => s === this.states[i])) return this.states
    this.states = states
    this.sorted.clear()
    return states
  }

  /** Those that a view asks for, in its order. */
  of(view: View): readonly DraftState[] {
    const words = plain(view.q).split(/\s+/).filter(Boolean)
    const all = this.inOrder(view.period, view.sort)
    if (words.length === 0 && view.status === null) return all
    return all.filter(
      ({ status, shown, draft }) =>
        (view.status === null || status === view.status) &&
        words.every((word) => plain(shown.area).includes(word) || draft.split('/')[1]!.includes(word)),
    )
  }

  /** How many drafts of a period stand where. */
  counts(period: string): ReadonlyMap<Status, number> {
    const counts = new Map<Status, number>()
    for (const { status } of this.inOrder(period, 'news')) counts.set(status, (counts.get(status) ?? 0) + 1)
    return counts
  }

  /** The periods there are drafts of, the latest first. */
  periods(): string[] {
    return [...new Set(this.states.map((s) => s.draft.split('/')[0]!))].sort().reverse()
  }

  private inOrder(period: string, sort: Sort): DraftState[] {
    const name = `${sort} ${period}`
    const made = this.sorted.get(name) ?? this.states.filter((s) => s.draft.startsWith(`${period}/`)).sort(orders[sort])
    this.sorted.set(name, made)
    return made
  }
}
