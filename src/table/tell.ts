import type { Problem } from '../messages.ts'

/** Adds a problem to those of a table. One that is told already is counted: a name that is missing from a list stands in many rows. */
export function tell(problems: Problem[], one: Problem): void {
  const held = problems.find(
    ({ code, text, place }) =>
      code === one.code && text === one.text && place.file === one.place.file && place.sheet === one.place.sheet,
  )
  if (held === undefined) problems.push(one)
  else held.more = (held.more ?? 0) + 1
}
