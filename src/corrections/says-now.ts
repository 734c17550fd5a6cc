import type { Finding } from '../verify/finding.ts'

const order: readonly Finding['sort'][] = ['direction', 'standing', 'number', 'hedge']

/** What the data now say of claims that fell, a line each, gravest first. */
export function saysNow(fallen: readonly Finding[]): string[] {
  const inOrder = [...fallen].sort((x, y) => order.indexOf(x.sort) - order.indexOf(y.sort))
  return [...new Set(inOrder.map(lineOf))]
}

/** `the data now give 4,688 for “4,668”`; `areas that fell: Lincolnshire`; `2010 was higher: 4,701 against 4,688`. */
function lineOf({ text, says, why, right }: Finding): string {
  const shown = right?.shown ?? /^the data give (.+)$/.exec(why)?.[1]
  if (shown !== undefined) return `the data now give ${shown} for “${text}”`
  // Without what it is of, a list of areas or a place says nothing.
  const bare = /^(?:they are|ahead are|it is(?= number)) (.+)$/.exec(why)?.[1]
  return bare === undefined ? why : `${says}: ${bare}`
}
