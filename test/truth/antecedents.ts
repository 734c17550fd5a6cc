import type { Brief, Par } from '../../src/index.ts'

/** The last figure told before a place: what “that” and “the rise” are taken to stand for. */
function lastFigure(pars: readonly Par[], passes: (id: string) => boolean): string | undefined {
  const told = pars.flatMap((par) => par.spans.filter((s) => s.kind === 'figure').sort((a, b) => a.start - b.start))
  return told
    .map((s) => s.ref)
    .filter(passes)
    .at(-1)
}

/** Words that point back, and what they would be read as pointing at. Gives those that point at something else than they mean. */
export function misleading(brief: Brief): string[] {
  const { key } = brief.area
  const now = brief.period.id
  const before = String(Number(now) - 1)
  return brief.pars.flatMap((par, i) => {
    const say = (why: string) => [`${brief.id}: “${par.text}” ${why}: “${brief.pars[i - 1]!.text}”`]
    const earlier = brief.pars.slice(0, i)
    // “That is 16 per cent below the 1,756 of March 2009”: a level, of the draft's own area, now.
    if (/^That is .* (?:below|above)/.test(par.text)) {
      const last = lastFigure(earlier, (id) => /^[a-z-]+@[a-z-]+@\d{4}$/.test(id))
      const change = lastFigure(brief.pars.slice(i - 1, i), () => true)
      if (last !== `officers@${key}@${now}` && change !== undefined) return say('is read of another number')
    }
    // “most of the increase”: the change over the year of the officers of the draft's own area.
    if (/most of the (?:increase|rise|fall)/i.test(par.text)) {
      const last = lastFigure(
        earlier,
        (id) => /#(?:percent|by)$/.test(id) || /^(?!officers)[a-z-]+@[a-z-]+@\d{4}$/.test(id),
      )
      const own = [
        `officers@${key}@${before}..${now}#percent`,
        `officers@${key}@${before}..${now}#by`,
        `officers@england-and-wales@${before}..${now}#percent`,
      ]
      if (last !== undefined && !own.includes(last)) return say(`is read of another change (${last})`)
    }
    // “also fell”, “rose as well”: the par before tells of a move that way.
    const also =
      /\b(?:also (?<a>fell|rose)|(?<b>fell|rose) as well|(?<c>down|up) too|also (?<d>more|fewer|a fall|a rise))/.exec(
        par.text,
      )?.groups
    if (also) {
      const up = /rose|up|more|rise/.test(Object.values(also).find((w) => w !== undefined) ?? '')
      const words = up
        ? /\b(?:rose|risen|rise|grew|grown|up|more|increase)\b/
        : /\b(?:fell|fallen|fall|down|fewer|lowest|dropped|halved|decrease)\b/
      if (!words.test(earlier.at(-1)?.text ?? '')) return say('has no such move in the par before')
    }
    return []
  })
}
