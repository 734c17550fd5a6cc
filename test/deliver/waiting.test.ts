import fc from 'fast-check'
import { expect, test } from 'vitest'
import { realNet } from '../../src/deliver/net.ts'
import { askedBy, waitAfter } from '../../src/deliver/waiting.ts'

const tries = fc.integer({ min: 1, max: 100 })
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

test('a wait is at least half a second, grows, and ends at half a minute', () => {
  fc.assert(
    fc.property(tries, random, random, (n, one, other) => {
      const wait = waitAfter(n, one)
      expect(wait).toBeGreaterThanOrEqual(500)
      expect(wait).toBeLessThanOrEqual(30_000)
      expect(waitAfter(n + 1, other)).toBeGreaterThanOrEqual(Math.floor(waitAfter(n, 0)))
    }),
  )
  expect([1, 2, 3, 4, 5, 6, 7].map((n) => [waitAfter(n, 0), waitAfter(n, 0.999999)])).toEqual([
    [500, 1000],
    [1000, 2000],
    [2000, 4000],
    [4000, 8000],
    [8000, 16_000],
    [15_000, 30_000],
    [15_000, 30_000],
  ])
})

test('chance tells two apart who failed together', () => {
  expect(waitAfter(3, 0.1)).not.toBe(waitAfter(3, 0.9))
})

test('never before it was asked for, and never more than a minute', () => {
  fc.assert(
    fc.property(tries, random, fc.nat(10 ** 9), (n, chance, asked) => {
      const wait = waitAfter(n, chance, asked)
      expect(wait).toBeGreaterThanOrEqual(Math.min(asked, 60_000))
      expect(wait).toBeLessThanOrEqual(60_000)
    }),
  )
})

const now = new Date('2024-01-31T09:30:00Z')

test.each([
  [null, 0],
  ['', 0],
  ['0', 0],
  ['12', 12_000],
  [' 12 ', 12_000],
  ['3600', 60_000],
  ['99999999999999999999999999', 60_000],
  ['-5', 0],
  ['1.5', 0],
  ['soon', 0],
  ['2024-01-31', 0],
  ['Wed, 31 Jan 2024 09:30:05 GMT', 5000],
  ['Wednesday, 31-Jan-24 09:30:05 GMT', 5000],
  ['Wed, 31 Jan 2024 09:29:55 GMT', 0],
  ['Fri, 31 Jan 2025 09:30:00 GMT', 60_000],
  ['Wed, 99 Foo 2024 09:30:05 GMT', 0],
])('Retry-After %j asks for %i ms', (header, milliseconds) => {
  expect(askedBy(header, now)).toBe(milliseconds)
})

test('no header makes it throw or wait without end', () => {
  fc.assert(
    fc.property(fc.string(), (header) => {
      const asked = askedBy(header, now)
      expect(asked >= 0 && asked <= 60_000).toBe(true)
    }),
  )
})

test('real waits end, and end early when they are called off', async () => {
  const net = realNet()
  await net.sleep(1)
  await new Promise<void>((done) => net.after(1, done))
  const stop = new AbortController()
  const wait = net.sleep(3_600_000, stop.signal)
  stop.abort()
  await expect(wait).rejects.toThrow()
  const late = new Promise<string>((done) => {
    net.after(1, () => done('went'))()
    net.after(20, () => done('called off'))
  })
  expect(await late).toBe('called off')
})
