import { ratio, shareOf } from '../claims/ratio.ts'
import type { Scene } from '../scene.ts'
import { type Match, type Shape, shape } from '../shape.ts'

/** The biggest part of the breakdown that a topic belongs to. */
function leader(s: Scene, topic: number, area: number): string | undefined {
  const mine = s.words.topics[topic]?.measures ?? []
  const parts = Object.values(s.evidence.release.definition.breakdowns).find((b) =>
    b.parts.some((p) => mine.includes(p)),
  )?.parts
  return parts?.reduce((best, key) => (s.value(key, area, s.now) > s.value(best, area, s.now) ? key : best))
}

function leads(s: Scene, m: Match, name: string, area: number): void {
  const said = m.get(name)
  if (said?.topic === undefined) return
  const first = leader(s, said.topic, area)
  const is = first !== undefined && (s.words.topics[said.topic]?.measures.includes(first) ?? false)
  const why = first === undefined ? 'no breakdown is known' : `it is ${s.evidence.measures[first]?.words.name}`
  s.claim([said], is, `the biggest reason, ${s.name(area)}`, why)
}

/** @param here the reason at the copy's own area; @param there that of the whole */
const reason =
  (here: string | null, there: string | null): Shape['read'] =>
  (s, m) => {
    if (m.get('own')) s.see(m.get('own'))
    for (const name of ['w', 'e', 'k', 'left']) if (m.get(name)) s.used.add(m.get(name)!)
    if (m.get('e')) s.claim([m.get('e')], m.get('e')!.up === true, 'the biggest', 'it is the other end')
    if (here) leads(s, m, here, s.about.area)
    if (there) leads(s, m, there, s.last)
  }

export const reasons: Shape[] = [
  shape('M<r> was the E<e> common reason for M,? accounting for C<c> of M<left>', (s, m) => {
    reason('r', null)(s, m)
    s.ratio = shareOf(s, m.get('r')!.topic!, m.get('left')!.topic!)
    ratio(s, m.get('c'), s.ratio, s.area)
  }),
  shape('M<r> is the E<e> common reason for M<left> at [AF]<own>,? as it is across W<w>', reason('r', 'r')),
  shape('the E<e> reason for M<left> [AF]<own>,? as W<w>,? is M<r>', reason('r', 'r')),
  shape('at [AF]<own>,? as in W<w>,? M<r> is the reason for M<left> K<k> often than any other', reason('r', 'r')),
  shape('while M<there> is the E<e> common reason for M<left> in W<w>,? at [AF]<own> it is M<r>', reason('r', 'there')),
  shape('W<w>,? M<there> is the E<e> common reason for M<left>,? but at [AF]<own> it is M<r>', reason('r', 'there')),
  shape('the E<e> reason for M<left> [AF]<own> is M<r>', reason('r', null)),
  shape('across W<w>,? it is M<there>', reason(null, 'there')),
]
