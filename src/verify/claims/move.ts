import type { Mention } from '../mention.ts'
import type { Scene } from '../scene.ts'
import { wayOf } from './rank.ts'

/** The parts of a change that a sentence may give; each is a claim. */
export interface Said {
  /** up, fell, a rise */
  dir?: Mention | undefined
  /** By how much: a count, a percentage, points or a fraction. */
  size?: Mention | undefined
  /** The percentage beside a count. */
  percent?: Mention | undefined
  /** What it was. */
  base?: Mention | undefined
  /** What it is now. */
  level?: Mention | undefined
  /** Since when; the period before where it is not said. */
  since?: Mention | undefined
}

/** A change of a number of things. */
export function move(s: Scene, said: Said, topic: number = s.topic, area: number = s.area): void {
  if (s.ratio !== null && (said.base?.kind === 'C' || said.size?.kind === 'Q')) return moveOfRatio(s, said, area)
  const from = said.since?.period ?? s.now - s.evidence.lag
  if (said.since) s.used.add(said.since)
  const keys = s.keys(topic)
  const then = keys.map((key) => s.value(key, area, from))
  const now = keys.map((key) => s.value(key, area, s.now))
  const name = s.words.topics[topic]?.name ?? '?'
  const between = `${name}, ${s.name(area)}, ${s.when(from)} to ${s.when(s.now)}`
  const cells = () =>
    keys[0] === undefined ? [] : [...s.evidence.cells(keys[0], area, s.now), ...s.evidence.cells(keys[0], area, from)]
  const broken = s.breakSince(keys, area, from)
  if (broken !== null) {
    across(s, [said.dir, said.size, said.percent], between, broken)
    s.level(said.base, topic, area, from)
    s.level(said.level, topic, area, s.now)
    return
  }
  direction(
    s,
    said.dir,
    now.map((n, i) => n - then[i]!),
    between,
    cells,
  )
  for (const size of [said.size, said.percent]) {
    if (size === undefined) continue
    if (size.kind === 'Q') {
      s.say(
        [size],
        'wrong',
        `change in ${between}`,
        'a number moves by per cent; only a share moves by percentage points (STYLE rule 4)',
      )
      continue
    }
    const by = now.map((n, i) =>
      size.kind === 'N' ? n - then[i]! : ((n - then[i]!) / then[i]!) * (size.kind === 'C' ? 100 : 1),
    )
    // A percentage on a small base is no claim to be made (STYLE rule 20).
    if (size.kind !== 'N' && then.some((t) => t < 50)) {
      s.say(
        [size],
        'wrong',
        `change in ${between}`,
        `the base is under 50 (${then.map(Math.round).join(', ')}): give the counts`,
      )
      continue
    }
    s.number(size, `change in ${between}`, by, () => otherMoves(s, size, topic, area, from), cells)
  }
  s.level(said.base, topic, area, from)
  s.level(said.level, topic, area, s.now)
}

/** What is set against the other side of a break. */
export function across(s: Scene, mentions: readonly (Mention | undefined)[], of: string, broken: string): void {
  s.say(
    mentions,
    'wrong',
    of,
    `the series breaks in ${broken}: nothing is set against the years before (STYLE rule 18)`,
  )
}

function otherMoves(s: Scene, size: Mention, topic: number, area: number, from: number) {
  const read = (key: string, a: number, p: number): number => {
    const [then, now] = [s.value(key, a, p - (s.now - from)), s.value(key, a, p)]
    return size.kind === 'N' ? now - then : ((now - then) / then) * (size.kind === 'C' ? 100 : 1)
  }
  return s.elsewhere(topic, area, s.now, read, size.kind === 'N')
}

/** A direction that is said; a change that vanishes has none. */
export function direction(
  s: Scene,
  dir: Mention | undefined,
  by: readonly number[],
  of: string,
  cells?: Parameters<Scene['claim']>[4],
): void {
  if (dir?.up === undefined) return
  const known = by.filter((b) => !Number.isNaN(b))
  if (known.length === 0) return s.say([dir], s.about.own ? 'wrong' : 'unchecked', of, 'the tables do not hold both')
  const is = known.some((b) => (dir.up ? b > 0 : b < 0))
  const first = known[0]!
  s.claim([dir], is, of, first === 0 ? 'it did not change' : `it went ${first > 0 ? 'up' : 'down'}`, cells)
}

function moveOfRatio(s: Scene, said: Said, area: number): void {
  const ratio = s.ratio!
  const from = said.since?.period ?? s.now - s.evidence.lag
  if (said.since) s.used.add(said.since)
  const [then, now] = [s.ratioValue(ratio, area, from), s.ratioValue(ratio, area, s.now)]
  const of = `${ratio.kind}, ${s.name(area)}, ${s.when(from)} to ${s.when(s.now)}`
  const broken = s.breakSince([...ratio.part, ...ratio.base], area, from)
  if (broken !== null) return across(s, [said.dir, said.size, said.base], of, broken)
  direction(s, said.dir, [now - then], of)
  s.number(said.size, `change in ${of}`, [(now - then) * 100])
  s.number(said.base, `${ratio.kind}, ${s.name(area)}, ${s.when(from)}`, [then * 100])
}

/** Nothing moved, or nothing that print shows. */
export function still(
  s: Scene,
  mentions: readonly Mention[],
  exact: boolean,
  topic: number = s.topic,
  area: number = s.area,
): boolean {
  const pairs = s
    .keys(topic)
    .map((key) => [s.value(key, area, s.now - s.evidence.lag), s.value(key, area, s.now)] as const)
  const is = pairs.some(([then, now]) => (exact ? then === now : wayOf(then, now) === 0))
  for (const m of mentions) s.used.add(m)
  return is
}
