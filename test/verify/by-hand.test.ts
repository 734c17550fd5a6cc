import { expect, test } from 'vitest'
import { readBack } from '../../src/verify/read-back.ts'
import { evidenceFor } from './evidence.ts'

/**
 * Wordings that no period of the shipped tables calls for, said of the nation in 2022/23. The figures are the
 * publisher's: 20,951 extra officers at first and 20,947 later, of 20,000; the Met alone missed its own target.
 */
const said: [string, string[]][] = [
  ['Only one of the 43 forces missed its own target: the Metropolitan Police, by about 1,000 officers.', []],
  ['Only one of the 43 forces missed its own target: Kent, by about 1,000 officers.', ['Kent', 'about 1,000']],
  ['Only one of the 43 forces missed its own target: the Metropolitan Police, by about 900 officers.', ['about 900']],
  ['A later edition of the figures puts the number at 20,947, four fewer than first published.', []],
  [
    'A later edition of the figures puts the number at 20,951, four more than first published.',
    ['20,951', 'four', 'more than first'],
  ],
  ['All 43 forces met their own targets.', ['43']],
  ['Two of the 43 forces missed their own targets.', ['Two']],
  [
    'Forces met their target of 20,000 extra officers by March 2023, with 20,951 according to the figures as they were first published.',
    [],
  ],
  ['Kent missed its target of 575 extra officers by March 2023, with 647.', ['target']],
  ['Resignations make up larger share of police leavers in Kent than in most forces', []],
  ['Resignations make up larger share of police leavers in Essex than in most forces', ['larger … most']],
]

test.each(said)('%s', async (text, wrong) => {
  const evidence = await evidenceFor('police-leavers')
  const about = { area: evidence.areas.at(-1)!.key, period: '2022/23', own: false }
  const faults = readBack([{ kind: 'par', text }], about, evidence).filter((f) => f.verdict !== 'holds')
  expect(faults.map((f) => f.text)).toEqual(wrong)
})
