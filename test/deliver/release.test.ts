import { expect, test } from 'vitest'
import { refusal } from '../cli/desk.ts'
import { newsroom } from './desk.ts'

test('what is approved goes to the channels that take its area, once', async () => {
  const room = newsroom()
  await room.make()
  expect(await room.run()).toMatchObject({ status: 0, out: '' })
  room.approve('north', 'east')
  expect(await room.run()).toMatchObject({ status: 0 })
  expect(Object.keys(room.folder('/wire')).sort()).toEqual([
    'small-2014-east-local-v1.ninjs.json',
    'small-2014-east-local-v1.txt',
    'small-2014-north-local-v1.ninjs.json',
    'small-2014-north-local-v1.txt',
  ])
  expect(Object.keys(room.folder('/northern')).sort()).toEqual([
    'feeds/small-north.atom',
    'small-2014-north-local-v1.html',
  ])
  const before = [...room.effects.disk]
  expect((await room.run()).status).toBe(0)
  expect([...room.effects.disk]).toEqual(before)
})
