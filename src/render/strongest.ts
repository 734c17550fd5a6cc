/** What a list of the strongest drafts shows of one. */
export interface Strong {
  area: string
  headline: string
  score: number
  because: string
  /** Where the draft is. */
  path?: string
}

/** How many stories the terminal shows at the end of a run. */
const most = 10

/** The strongest of many drafts, for the terminal; what stands above copy is to stand above it. */
export function strongest(all: readonly Strong[]): string {
  const top = [...all].sort((a, b) => b.score - a.score || (a.area < b.area ? -1 : 1)).slice(0, most)
  const lines = top.flatMap(({ area, headline, because, path }, i) => [
    `${String(i + 1).padStart(2)}. ${area}: ${headline}`,
    `    ${because}`,
    ...(path === undefined ? [] : [`    ${path}`]),
  ])
  return [`The ${top.length} strongest of ${all.length} drafts:`, '', ...lines].map((line) => `${line}\n`).join('')
}
