import { type Place, type Problem, problem } from '../messages.ts'
import { near } from '../near.ts'
import type { Area } from '../release/areas.ts'

/** What stands in the way of knowing an area, told of a place. */
type Unknown = (place: Place) => Problem

/**
 * Name and code of a row → which area it is of, as `order` numbers them. A name that several areas had, one after another, is
 * told apart by the code; a code that the list does not give to the area named is a problem, since the name may have gone on
 * to an area with other borders.
 */
export function areaFinder(
  order: readonly { area: Area; i: number }[],
): (name: string, code: string) => number | Unknown {
  const byName = new Map<string, number[]>()
  const byCode = new Map<string, number>()
  const codesOf = new Map<number, string[]>()
  const nameOf = new Map(order.map(({ area, i }) => [i, area.name]))
  for (const { area, i } of order) {
    for (const name of new Set(area.names)) byName.set(name, [...(byName.get(name) ?? []), i])
    const codes = [...(area.code === undefined ? [] : [area.code]), ...(area.codes ?? [])]
    codesOf.set(i, codes)
    for (const code of codes) byCode.set(code, i)
  }
  return (name, code) => {
    // A list of codes alone: a table without names.
    const named = byName.get(name) ?? (code === '' || code === name ? [byCode.get(name) ?? []].flat() : [])
    const meant = byCode.get(code)
    if (named.length === 0) {
      const params = {
        name,
        ...(code && code !== name ? { code } : {}),
        ...(meant === undefined ? {} : { meant: nameOf.get(meant)! }),
        near: near(name, [...byName.keys()]),
      }
      return (place) => problem('unknown-area', place, params)
    }
    if (meant !== undefined && !named.includes(meant))
      return (place) => problem('area-mismatch', place, { name, code, meant: nameOf.get(meant)! })
    if (meant !== undefined) return meant
    const [one] = named
    const codes = codesOf.get(one!)!
    const isOther = code !== '' && code !== name && codes.length > 0
    if (named.length === 1 && !isOther) return one!
    return (place) =>
      problem('unknown-code', place, { name, code: code || '(none)', known: named.flatMap((i) => codesOf.get(i)!) })
  }
}
