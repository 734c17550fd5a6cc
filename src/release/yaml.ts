import { createRequire } from 'node:module'
import type { Document } from 'yaml'
import type * as z from 'zod'
import { NibError, type Place, type Problem, problem } from '../messages.ts'
import { near } from '../near.ts'

const load = createRequire(import.meta.url)

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
  // Loaded for files that the build has not read: most runs do without it.
  const { isMap, isNode, isPair, LineCounter, parseDocument } = load('yaml') as typeof import('yaml')
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
  const seen = plainly(doc, file)
  const result = schema.safeParse(seen)
  if (result.success) return { value: result.data, where }
  throw new NibError(problemsOf(result.error.issues, seen, where, schema))
}

/** The YAML as plain values. Aliases that would multiply into millions are refused by the parser with an error of its own. */
function plainly(doc: Document, file: string): unknown {
  try {
    return doc.toJS()
  } catch (error) {
    throw new NibError(problem('bad-yaml', { file, line: 1 }, { why: (error as Error).message }))
  }
}

type Issue = z.core.$ZodIssue
type Schema = z.core.$ZodType

/** The settings there are at a path of a schema; none where any name may stand. */
function settingsAt(schema: Schema, path: readonly PropertyKey[]): string[] {
  const def = schema._zod.def as unknown as Record<string, unknown>
  const inside = (def['innerType'] ?? def['in']) as Schema | undefined
  if (inside) return settingsAt(inside, path)
  if (Array.isArray(def['options'])) return (def['options'] as Schema[]).flatMap((o) => settingsAt(o, path))
  const shape = def['shape'] as Record<string, Schema> | undefined
  const [step, ...rest] = path
  if (step === undefined) return Object.keys(shape ?? {})
  const next = shape?.[String(step)] ?? ((def['valueType'] ?? def['element']) as Schema | undefined)
  return next ? settingsAt(next, rest) : []
}

function problemsOf(
  issues: readonly Issue[],
  seen: unknown,
  where: (path: readonly PropertyKey[]) => Place,
  schema: Schema,
): Problem[] {
  return issues.flatMap((issue): Problem[] => {
    // Of a union, the branch that came furthest says best what was meant.
    if (issue.code === 'invalid_union') {
      const branches = issue.errors.filter((e) => e.length > 0)
      const best = branches.sort((a, b) => a.length - b.length)[0]
      const inside = best?.map((e) => ({ ...e, path: [...issue.path, ...e.path] }) as Issue)
      if (inside) return problemsOf(inside, seen, where, schema)
    }
    const path = issue.path.map(String).join('.')
    if (issue.code === 'unrecognized_keys') {
      const known = settingsAt(schema, issue.path)
      return issue.keys.map((name) => {
        const params = { path, seen: name, meant: 'there is no such setting', near: near(name, known) }
        return problem('bad-definition', where([...issue.path, name]), params)
      })
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
