import fc from 'fast-check'
import { expect, test } from 'vitest'
import { again, type Inbox, look, patience, type Seen } from '../../src/watch/still.ts'

/** What a look finds: nothing, or a file of some size that was changed at some time; and how long after the look before. */
const looks = fc.array(
  fc.record({
    seen: fc.option(fc.record({ size: fc.nat(3), changed: fc.nat(2) }), { nil: null }),
    after: fc.integer({ min: 0, max: 900 }),
  }),
  { minLength: 1, maxLength: 30 },
)
const never = () => false
const files = (seen: Seen | null): Map<string, Seen> => new Map(seen ? [['a', seen]] : [])

test('whatever the order of sizes, changes and looks: never taken before it stands still, and in the end always', () => {
  fc.assert(
    fc.property(looks, (all) => {
      let inbox: Inbox = new Map()
      let now = 0
      // Told apart from the code under test: everything that was seen, and when.
      const past: { now: number; seen: string }[] = []
      const one = (seen: Seen | null, after: number) => {
        now += after
        past.push({ now, seen: JSON.stringify(seen) })
        const looked = look(inbox, files(seen), now, never)
        inbox = looked.inbox
        if (looked.ready.length > 0) {
          const same = past.length - 1 - past.findLastIndex((p) => p.seen !== JSON.stringify(seen))
          const first = past[past.length - same]!
          expect(now - first.now).toBeGreaterThanOrEqual(patience.still)
        }
        return looked.ready.length
      }
      let taken = 0
      for (const { seen, after } of all) taken = one(seen, after)
      const last = { size: 9, changed: 9 }
      taken = one(last, 1)
      for (let i = 0; i < 6; i++) taken += one(last, 100)
      expect(taken).toBe(1)
      // And once.
      for (let i = 0; i < 20; i++) expect(one(last, 400)).toBe(0)
    }),
  )
})

test('a file that says it is whole is taken at once; an empty one never says so', () => {
  const at = (size: number) => look(new Map(), new Map([['a', { size, changed: 0 }]]), 0, () => true).ready
  expect(at(5)).toEqual(['a'])
  expect(at(0)).toEqual([])
})

test('what is read already is not asked whether it is whole, until it changes', () => {
  const { inbox } = look(new Map(), files({ size: 5, changed: 1 }), 0, () => true)
  const refuse = (): boolean => {
    throw new Error('asked')
  }
  expect(look(inbox, files({ size: 5, changed: 1 }), 9999, refuse).ready).toEqual([])
  expect(look(inbox, files({ size: 5, changed: 2 }), 9999, () => true).ready).toEqual(['a'])
})

test('that a file is still being written is told once, however long it takes', () => {
  let inbox: Inbox = new Map()
  const told: string[] = []
  for (let i = 0; i < 50; i++) {
    const looked = look(inbox, files({ size: i, changed: i }), i * 400, never)
    inbox = looked.inbox
    told.push(...looked.growing)
  }
  expect(told).toEqual(['a'])
})

test('a file that goes before it was read is told of; one that was read is not', () => {
  const waiting = look(new Map(), files({ size: 5, changed: 1 }), 0, never)
  expect(look(waiting.inbox, new Map(), 100, never).gone).toEqual(['a'])
  const read = look(new Map(), files({ size: 5, changed: 1 }), 0, () => true)
  expect(look(read.inbox, new Map(), 100, never).gone).toEqual([])
})

test('a damaged file is read again while it is young, at its own pace, and refused when it is old', () => {
  let inbox: Inbox = new Map()
  const seen = files({ size: 5, changed: 1 })
  const read: number[] = []
  let refused = 0
  for (let now = 0; now < 20_000; now += 100) {
    const looked = look(inbox, seen, now, never)
    inbox = looked.inbox
    if (looked.ready.length === 0) continue
    read.push(now)
    const waiting = again(inbox.get('a')!, now)
    if (waiting) inbox = new Map([['a', waiting]])
    else refused++
  }
  expect(refused).toBe(1)
  expect(read).toEqual([500, 1500, 2500, 3500, 4500, 5500])
})

test('a clock that is set back makes no file wait for hours', () => {
  const { inbox } = look(new Map(), files({ size: 5, changed: 1 }), 7_200_000, never)
  const back = look(inbox, files({ size: 5, changed: 1 }), 0, never)
  expect(look(back.inbox, files({ size: 5, changed: 1 }), patience.still, never).ready).toEqual(['a'])
})
