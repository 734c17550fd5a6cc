import { expect, test } from 'vitest'
import { stocks, tell } from './road.ts'

const provisional = /provisional/i

test('a provisional figure is called so in the draft’s notes, and one that is none is not', async () => {
  const told = tell(await stocks({ north: [500, 520, '540 [p]'] }, { expect: 2 }), 'north')
  for (const { caveats } of told.drafts) expect(caveats.join('\n')).toMatch(provisional)
  const clean = tell(await stocks({ north: [500, 520, 540] }, { expect: 2 }), 'north')
  for (const { caveats } of clean.drafts) expect(caveats.join('\n')).not.toMatch(provisional)
})

test('one that rests on an estimate of the year before says that', async () => {
  const told = tell(await stocks({ north: [500, '520 [e]', 540] }, { expect: 2 }), 'north')
  for (const { caveats } of told.drafts) expect(caveats.join('\n')).toMatch(/2011.*estimated/)
})
