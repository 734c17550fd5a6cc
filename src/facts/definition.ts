import { measureIndex } from '../table/table.ts'
import { claim, type Scope, valueAt } from './scope.ts'

/** What a measure counts, in the definition's words: told where there is something of it to tell. */
export function findDefinition(scope: Scope, name: string): void {
  const { measure, text } = scope.release.definition.explains[name]!
  if (Number.isNaN(valueAt(scope, measureIndex(scope.table, measure)))) return
  claim(scope, 'definition', measure, {}, { text, explains: name }, name)
}
