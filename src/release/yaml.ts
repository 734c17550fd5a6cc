import { isMap, isNode, isPair, LineCounter, parseDocument } from 'yaml'
import type * as z from 'zod'
import { NibError, type Place, type Problem, problem } from '../messages.ts'
import { near } from '../near.ts'

/** A checked value, and where each part of it stands in the file. */
export interface Checked<T> {
  value: T
  /** The line and column of a path in the YAML, or of the nearest part of it that is there. */
  where: (path: readonly PropertyKey[]) => Place
}

/**
 * Reads YAML against a schema.
 * @throws NibError with every problem found, each with file, line, what was seen and what was meant.
 */
export function readYaml<S extends z.ZodType>(text: string, file: string, schema: S): Checked<z.output<S>> {
  const lines = new LineCounter()
  const doc = parseDocument(text, { lineCounter: lines, merge: true, prettyErrors: false })
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file, line, column: col }
  }
  if (doc.errors.length > 0) {
    throw new NibError(doc.errors.map((e) => problem('bad-yaml', at(e.pos[0]), { why: e.message })))
  }
  const where = (path: readonly PropertyKey[]): Place => {
    // An extra or missing key has no node of its own: its parent's place is the best there is.
    for (let n = path.length; n > 0; n--) {
      const parent: unknown = n === 1 ? doc.contents : doc.getIn(path.slice(0, n - 1) as string[], true)
      if (isMap(parent)) {
        const pair = parent.items.find((i) => isPair(i) && String(i.key) === String(path[n - 1]))
        if (pair && isNode(pair.key) && pair.key.range) return at(pair.key.range[0])
      }
      const node: unknown = doc.getIn(path.slice(0, n) as string[], true)
      if (isNode(node) && node.range) return at(node.range[0])
    }
    return { file, line: 1, column: 1 }
  }
  const seen: unknown = doc.toJS()
  const result = schema.safeParse(seen)
  if (result.success) return { value: result.data, where }
  throw new NibError(problemsOf(result.error.issues, seen, where))
}

type Issue = z.core.$ZodIssue

function problemsOf(
  issues: readonly Issue[],
  seen: unknown,
  where: (path: readonly PropertyKey[]) => Place,
): Problem[] {
  return issues.flatMap((issue): Problem[] => {
    // Of a union, the branch that came furthest says best what was meant.
    if (issue.code === 'invalid_union') {
      const branches = issue.errors.filter((e) => e.length > 0)
      const best = branches.sort((a, b) => a.length - b.length)[0]
      if (best)
        return problemsOf(
          best.map((e) => ({ ...e, path: [...issue.path, ...e.path] }) as Issue),
          seen,
          where,
        )
    }
    const path = issue.path.map(String).join('.')
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((name) =>
        problem('bad-definition', where([...issue.path, name]), {
          path,
          seen: name,
          meant: 'there is no such setting',
        }),
      )
    }
    let value = seen
    for (const step of issue.path) value = (value as Record<PropertyKey, unknown> | undefined)?.[step]
    const shown = typeof value === 'object' ? undefined : value
    const choices = issue.code === 'invalid_value' ? issue.values.map(String) : []
    const meant =
      choices.length > 0
        ? `one of ${choices.join(', ')} was meant`
        : value === undefined
          ? 'this setting is missing'
          : lower(issue.message)
    return [
      problem('bad-definition', where(issue.path), {
        path,
        seen: shown,
        meant,
        near: typeof value === 'string' ? near(value, choices) : null,
      }),
    ]
  })
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
