import { measureIndex } from '../table/table.ts'
import { baseAt, baseRefused } from './base.ts'
import { areaKey, claim, dated, keyOf, made, observed, periodAt, refuse, type Scope, valueAt } from './scope.ts'
import { clean, printed, shownAs } from './small.ts'

/** What comes in beside what goes out: joiners and leavers, their difference, and their rates over one stock. */
export function findBalance(scope: Scope, name: string): void {
  const definition = scope.release.definition.balances[name]!
  const [come, go, comeRate, goRate] = [definition.in, definition.out, definition.inRate, definition.outRate].map(
    (key) => measureIndex(scope.table, key),
  ) as [number, number, number, number]
  const missing = [come, go, comeRate, goRate].find((m) => Number.isNaN(valueAt(scope, m)))
  if (missing !== undefined) return refuse(scope, 'balance', definition.out, 'no-value', keyOf(scope, missing))
  const guard = baseRefused(baseAt(scope, goRate)) ?? baseRefused(baseAt(scope, comeRate))
  if (guard) return refuse(scope, 'balance', definition.out, guard, baseAt(scope, goRate))
  const of = [observed(scope, come), observed(scope, go)]
  const net = clean(valueAt(scope, come) - valueAt(scope, go))
  const id = `${definition.in}-less-${definition.out}@${areaKey(scope)}@${periodAt(scope).id}#by`
  const shown = (m: number) => shownAs(scope.table.measures[m]!, valueAt(scope, m))
  claim(
    scope,
    'balance',
    definition.out,
    {
      in: of[0]!,
      out: of[1]!,
      net: made(scope, id, net, scope.table.measures[come]!.unit, { op: 'subtract', of }),
      inRate: observed(scope, comeRate),
      outRate: observed(scope, goRate),
      of: observed(scope, scope.table.measures[goRate]!.made!.of[1]!, scope.now - 1),
    },
    {
      balance: name,
      more:
        printed(valueAt(scope, come)) === printed(valueAt(scope, go)) || printed(net) === 0
          ? 'level'
          : net > 0
            ? 'in'
            : 'out',
      rates: shown(comeRate) === shown(goRate) ? 'same' : shown(comeRate) > shown(goRate) ? 'higher' : 'lower',
      adds: printed(valueAt(scope, come)) - printed(valueAt(scope, go)) === printed(net),
      decimals: scope.table.measures[goRate]!.decimals,
      basePeriod: dated(scope, scope.table.measures[goRate]!.made!.of[1]!, scope.now - 1).id,
    },
    name,
  )
}
