import { expect, test } from 'vitest'
import { refused, stocks, tell } from './road.ts'

test.each(['[c]', '[x]', '[z]', ''])('“%s” now is no nought: nothing is written of the area', async (mark) => {
  const desk = await stocks({ north: [500, 520, mark], south: [500, 510, 520] })
  expect(refused(desk, 'north')).toEqual(['no-copy'])
  expect(refused(desk, 'south')).toEqual([])
})

test.each(['[c]', '[x]', '[z]', ''])('“%s” a year before is no nought to rise from', async (mark) => {
  const told = tell(await stocks({ north: [500, mark, 540] }, { expect: 2 }), 'north')
  expect(told.claims('change')).toEqual({})
  expect(told.guards('change')).toEqual(['no-value-before'])
  expect(told.text).not.toMatch(/\bfrom (?:0|none|zero)\b|per cent|%|500/)
  expect(tell(await stocks({ north: [500, 520, 540] }, { expect: 2 }), 'north').text).toMatch(/3\.8 per cent/)
})

test('a nought that is written is a nought', async () => {
  const told = tell(await stocks({ north: [60, 55, 0] }, { expect: 2 }), 'north')
  expect(told.claim('level')).toMatchObject({ none: true })
})
