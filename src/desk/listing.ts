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

/** The drafts in the order of some view. What is worked out for it is kept for as long as nothing happens. */
export class Listing {
  private now: ReadonlyMap<string, DraftState> = new Map()
  private states: readonly DraftState[] = []
  private told = -1
  private readonly kept = new Map<string, unknown>()
  private readonly sorted = new Map<string, DraftState[]>()
  private readonly names = new WeakMap<DraftState, string>()

  /** Takes the states as they are now. @param told how much has happened: the same number, and all is as it was */
  take(told: number, now: ReadonlyMap<string, DraftState>): readonly DraftState[] {
    if (told === this.told) return this.states
    this.told = told
    this.now = now
    this.states = [...now.values()]
    this.kept.clear()
    return this.states
  }

  /** Those that a view asks for, in its order. */
  of(view: View): readonly DraftState[] {
    const all = this.inOrder(view.period, view.sort)
    if (isWhole(view)) return all
    const words = plain(view.q).split(/\s+/).filter(Boolean)
    const names = this.keep(`names ${view.sort} ${view.period}`, () => all.map((state) => this.nameOf(state)))
    const { status } = view
    return this.keep(`of ${JSON.stringify(view)}`, () => {
      const found = status === null ? all : all.filter((state) => state.status === status)
      // Of all drafts the names stand in the same order; few drafts have a status.
      const nameAt = status === null ? (i: number) => names[i]! : (i: number) => this.nameOf(found[i]!)
      const [first = '', ...others] = words
      return found.filter((_, i) => {
        const name = nameAt(i)
        return name.includes(first) && others.every((word) => name.includes(word))
      })
    })
  }

  /** Where a draft stands in a view, from 0; -1 where it is not in it. */
  place(view: View, draft: string): number {
    const all = this.of(view)
    if (!isWhole(view)) return all.findIndex((s) => s.draft === draft)
    const name = `places ${view.sort} ${view.period}`
    return this.keep(name, () => new Map(all.map((s, i) => [s.draft, i]))).get(draft) ?? -1
  }

  /** How many drafts of a period stand where. */
  counts(period: string): ReadonlyMap<Status, number> {
    return this.keep(`counts ${period}`, () => {
      const counts = new Map<Status, number>()
      for (const { status } of this.inOrder(period, 'news')) counts.set(status, (counts.get(status) ?? 0) + 1)
      return counts
    })
  }

  /** How many drafts of a view have a claim that does not hold. */
  wrong(view: View): number {
    return this.keep(`wrong ${JSON.stringify(view)}`, () => this.of(view).filter((s) => s.shown.wrong > 0).length)
  }

  /** The periods there are drafts of, the latest first. */
  periods(): string[] {
    return this.keep('periods', () => [...new Set(this.states.map((s) => s.draft.split('/')[0]!))].sort().reverse())
  }

  private inOrder(period: string, sort: Sort): DraftState[] {
    const name = `${sort} ${period}`
    return this.keep(name, () => {
      const mine = this.states.filter((s) => s.draft.startsWith(`${period}/`))
      const before = this.sorted.get(name)
      // What was in order is nearly in order still, which sorts in one go.
      const again = before?.length === mine.length ? before.flatMap(({ draft }) => this.now.get(draft) ?? []) : mine
      const sorted = again.length === mine.length ? again.sort(orders[sort]) : mine.sort(orders[sort])
      this.sorted.set(name, sorted)
      return sorted
    })
  }

  /** What is searched: the name of the area and its key. */
  private nameOf(state: DraftState): string {
    const held = this.names.get(state)
    if (held !== undefined) return held
    const name = `${plain(state.shown.area)} ${state.draft.split('/')[1]}`
    this.names.set(state, name)
    return name
  }

  private keep<T>(name: string, make: () => T): T {
    const held = this.kept.get(name)
    if (held !== undefined) return held as T
    // What was searched long ago is not asked again.
    if (this.kept.size > 200) this.kept.clear()
    const made = make()
    this.kept.set(name, made)
    return made
  }
}

const isWhole = ({ q, status }: View): boolean => q.trim() === '' && status === null
