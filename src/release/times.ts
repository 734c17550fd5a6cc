import { instantOf, isoInLondon } from '../london.ts'
import { type Place, type Problem, problem } from '../messages.ts'
import type { ReleaseDefinition } from './definition.ts'

const settings = ['published', 'next'] as const
type Times = Partial<Pick<ReleaseDefinition, (typeof settings)[number]>>

/** The instants of a definition, as London's clocks show them. */
export function timesOf(def: Times): Times {
  const told = settings.flatMap((name) => {
    const at = instantIn(def, name)
    return at === null ? [] : [[name, isoInLondon(at)]]
  })
  return Object.fromEntries(told) as Times
}

const instantIn = (def: Times, name: keyof Times): Date | null => {
  const text = def[name]
  return text === undefined ? null : instantOf(text)
}

/** A time that there is, and the next edition after the one before it. */
export function checkTimes(def: Times, where: (path: string[]) => Place): Problem[] {
  const wrong = (name: keyof Times, meant: string): Problem =>
    problem('bad-definition', where([name]), { path: name, seen: def[name], meant })
  const none = settings.flatMap((name) =>
    def[name] !== undefined && instantIn(def, name) === null
      ? [wrong(name, "a time that London's clocks show was meant: they go forward at 1am on the last Sunday of March")]
      : [],
  )
  const [published, next] = [instantIn(def, 'published'), instantIn(def, 'next')]
  if (published !== null && next !== null && next <= published)
    return [...none, wrong('next', `a time after “published” (${def.published}) was meant`)]
  return none
}
