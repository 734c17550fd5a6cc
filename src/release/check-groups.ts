import { oneUnit, type Say } from './check-say.ts'
import type { ReleaseDefinition } from './definition.ts'
import { counted, unitOf } from './measures.ts'

/** What is set beside each other is counted in one unit: parts and their whole, a number and its target, in and out. */
export function checkGroups(def: ReleaseDefinition, say: Say): void {
  const known = Object.keys(def.measures)
  const alike = (path: string[], names: readonly string[]) => {
    const [first] = names
    for (const name of names) {
      const unit = unitOf(def, name)
      if (!counted(unit)) say(path, name, 'a measure that counts something was meant', known)
      else if (counted(unitOf(def, first!)) && unit !== unitOf(def, first!))
        say(path, name, `a measure in ${unitOf(def, first!)} was meant: ${oneUnit}`)
    }
  }
  for (const [name, b] of Object.entries(def.breakdowns)) alike(['breakdowns', name], [b.of, ...b.parts])
  for (const [name, t] of Object.entries(def.targets)) alike(['targets', name], [t.of, t.target])
  for (const [name, b] of Object.entries(def.balances)) {
    alike(['balances', name], [b.in, b.out])
    for (const [side, rate, part] of [
      ['inRate', b.inRate, b.in],
      ['outRate', b.outRate, b.out],
    ] as const) {
      const m = Object.hasOwn(def.measures, rate) ? def.measures[rate] : undefined
      if (!m || !('rate' in m) || m.rate !== part || m.per !== undefined)
        say(['balances', name, side], rate, `a rate of ${part} in per cent was meant`, known)
    }
    // Two rates are higher and lower than each other only over one stock, and in one print.
    const [inRate, outRate] = [def.measures[b.inRate], def.measures[b.outRate]]
    if (inRate && outRate && 'rate' in inRate && 'rate' in outRate) {
      for (const setting of ['over', 'at', 'decimals'] as const) {
        if (inRate[setting] === outRate[setting]) continue
        const meant = `two rates with one ${setting} were meant, such as ${setting}: ${outRate[setting]}`
        say(['balances', name, 'inRate'], `${setting}: ${inRate[setting]}`, meant)
      }
    }
  }
  for (const [name, { measure }] of Object.entries(def.explains)) {
    if (!known.includes(measure))
      say(['explains', name, 'measure'], measure, 'a measure of this release was meant', known)
  }
}
