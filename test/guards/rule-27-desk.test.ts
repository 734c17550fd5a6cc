import { expect, test } from 'vitest'
import { readBack } from '../../src/index.ts'
import { evidenceOf } from '../../src/read-over.ts'
import { blocksOf } from '../../src/verify/copy-brief.ts'
import { stocks, tell } from './road.ts'

const words = 'We lost 999 officers, the most since records began: 63% of them'
const desk = `quotes:\n  - words: "${words}."\n    speaker: A Speaker\n    office: chair of an example federation\n    for: all\n`

test('what the desk quotes passes through to the letter, and is marked as not checked', async () => {
  const told = tell(await stocks({ north: [500, 520, 540] }, { expect: 2, desk }), 'north')
  const quoted = told.drafts.filter(({ pars }) => pars.some((p) => p.text.includes(words)))
  expect(quoted.length).toBeGreaterThan(0)
  for (const { pars, caveats } of quoted) {
    const par = pars.find((p) => p.text.includes(words))!
    expect(par.spans.some((s) => s.kind === 'quote')).toBe(true)
    expect(caveats.join('\n')).toMatch(/not checked/)
  }
})

test('nothing in a quotation is read as Nib’s own claim, and nothing of it is called true', async () => {
  const open = await stocks({ north: [500, 520, 540] }, { expect: 2, desk })
  const brief = tell(open, 'north').drafts.find(({ pars }) => pars.some((p) => p.text.includes(words)))!
  const blocks = blocksOf(brief)
  const at = blocks.findIndex((b) => b.text.includes(words))
  const about = { area: 'north', period: brief.period.id, own: true }
  expect(readBack(blocks, about, evidenceOf(open)).filter((f) => f.block === at)).toEqual([])
  // The same words as Nib's own would not pass.
  const own = [...blocks.slice(0, at), { kind: 'par' as const, text: `${words}.` }]
  expect(readBack(own, about, evidenceOf(open)).filter((f) => f.block === at && f.verdict !== 'holds')).not.toEqual([])
})
