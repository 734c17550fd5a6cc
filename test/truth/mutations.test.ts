import { expect, test } from 'vitest'
import type { Brief } from '../../src/index.ts'
import { misleading } from './antecedents.ts'
import { drafts, openDesk } from './briefs.ts'
import { falseFacts } from './facts.ts'
import { alternatives, standsOnFault } from './faulty.ts'
import { dangling, falseFigures } from './figures.ts'
import { readAll } from './read/all.ts'
import { Reckon } from './reckon.ts'
import { falseSpans } from './spans.ts'
import { shipped } from './workforce.ts'

const data = shipped()
const reckon = new Reckon(data)
const others = alternatives(data)
const desk = await openDesk()
const briefs = [undefined, '2011'].flatMap((period) =>
  ['local', 'national'].flatMap((edition) => drafts(desk, edition, period).briefs),
)
const everything = (brief: Brief): string[] => [
  ...falseFigures(brief, reckon),
  ...dangling(brief, reckon),
  ...falseFacts(brief, reckon),
  ...falseSpans(brief, reckon),
  ...readAll(brief, reckon).flatMap(({ wrong, unread }) => [...wrong, ...unread]),
]
const find = (passes: (brief: Brief) => boolean): Brief =>
  structuredClone(briefs.find((b) => everything(b).length === 0 && passes(b))!)

/** Changes words that stand somewhere in a draft, in a copy of the first draft that has them; spans move along. */
function reworded(was: RegExp, now: string): Brief {
  const brief = find((b) => [b.headline, ...b.pars].some((s) => was.test(s.text)))
  for (const sentence of [brief.headline, ...brief.pars]) {
    const found = was.exec(sentence.text)
    if (!found) continue
    const [at, longer] = [found.index + found[0].length, now.length - found[0].length]
    sentence.text = sentence.text.slice(0, found.index) + now + sentence.text.slice(at)
    for (const span of sentence.spans) {
      if (span.start >= at) span.start += longer
      if (span.end >= at) span.end += longer
    }
  }
  return brief
}
const own = (brief: Brief, kind: string) => Object.values(brief.facts).find((f) => f.kind === kind)

test('a changed figure is caught', () => {
  const brief = find((b) => b.area.key === 'hertfordshire')
  brief.figures['officers@hertfordshire@2023']!.value += 1
  expect(falseFigures(brief, reckon).join()).toMatch(/the table says/)
})

test('a figure from a neighbouring row is caught', () => {
  const brief = find((b) => b.area.key === 'hertfordshire')
  const { how } = brief.figures['officers@hertfordshire@2023']!
  if (how.op === 'cells') how.rows = how.rows.replace(/\d+$/, (n) => String(Number(n) + 1))
  expect(falseFigures(brief, reckon).join()).toMatch(/names rows/)
})

test('a formula that names its figures the wrong way round is caught', () => {
  const brief = find((b) => b.area.key === 'hertfordshire')
  const { how } = brief.figures['officers@hertfordshire@2022..2023#percent']!
  if (how.op === 'percent-change') how.of.reverse()
  expect(falseFigures(brief, reckon).join()).toMatch(/its formula gives/)
})

test('a figure that is gone is caught', () => {
  const brief = find((b) => b.area.key === 'hertfordshire')
  delete brief.figures['officers@hertfordshire@2022']
  expect(dangling(brief, reckon).join()).toMatch(/which is not there/)
})

test('a changed rank is caught', () => {
  const brief = find((b) => own(b, 'rank') !== undefined)
  const fact = own(brief, 'rank')!
  fact.params = { ...fact.params, rank: Number(fact.params['rank']) - 1 }
  expect(falseFacts(brief, reckon).join()).toMatch(/rank is/)
})

test('a swapped direction is caught', () => {
  const brief = find((b) => own(b, 'change') !== undefined)
  const fact = own(brief, 'change')!
  fact.params = { ...fact.params, direction: fact.params['direction'] === 'up' ? 'down' : 'up' }
  expect(falseFacts(brief, reckon).join()).toMatch(/direction is/)
})

test('a record that is none is caught', () => {
  const brief = find((b) => b.area.key === 'hertfordshire')
  const measure = 'officers'
  const id = `record/${measure}/${brief.area.key}/2023/lowest`
  brief.facts[id] = {
    ...Object.values(brief.facts)[0]!,
    id,
    kind: 'record',
    measure,
    area: brief.area.key,
    period: '2023',
  }
  expect(falseFacts(brief, reckon).join()).toMatch(/it is not the lowest/)
})

test('a kind of fact and a parameter that no check knows are caught', () => {
  const brief = find(() => true)
  const fact = Object.values(brief.facts)[0]!
  fact.params = { ...fact.params, novel: true }
  const other = Object.values(brief.facts)[1]!
  Object.assign(other, { kind: 'novelty' })
  expect(falseFacts(brief, reckon).join()).toMatch(/no check is known for its parameter novel .*kind novelty/)
})

test('a digit that was mistyped in the copy is caught', () => {
  const brief = reworded(/2,390/, '2,930')
  expect(falseSpans(brief, reckon).join()).toMatch(/should read 2390/)
})

test('a number that stands in no span is caught', () => {
  const brief = find(() => true)
  brief.pars[1]!.text += ' That is 12 more.'
  expect(falseSpans(brief, reckon).join()).toMatch(/lies in no span/)
})

test.each<[string, RegExp, string]>([
  ['a percentage that went the other way', /\bup (?=\d[\d.]* per cent from)/, 'down '],
  ['another name of a force', /Hertfordshire Constabulary/, 'Hertfordshire Police'],
  ['another period', /the end of March 2023/, 'the end of March 2022'],
])('in print, %s is caught', (_, was, now) => {
  expect(falseSpans(reworded(was, now), reckon)).not.toEqual([])
})

test.each<[string, RegExp, string]>([
  ['lowest for highest', /highest in figures going back/, 'lowest in figures going back'],
  ['a longer run', /five years in a row/, 'nine years in a row'],
  ['another rank', /third biggest percentage/, 'sixth biggest percentage'],
  ['another force ahead', /behind only City of London/, 'behind only West Mercia'],
  ['fewer forces at their highest', /24 of the 43 forces/, '23 of the 43 forces'],
  [
    'a rank of officers that did not make the change',
    /Most of the increase in officers was among constables/,
    'Most of the increase in officers was among sergeants',
  ],
  ['another force that fell', /Lincolnshire \(down/, 'Kent (down'],
  ['another percentage since then', /16 per cent below the 1,756/, '15 per cent below the 1,756'],
  ['a lower highest', /below the 1,756 of March 2009/, 'below the 1,724 of March 2010'],
  ['another lowest', /stood at 1,096 in March 2018/, 'stood at 1,112 in March 2017'],
  [
    'another beginning of a run',
    /fifth year in a row, from 1,952 in March 2018/,
    'fifth year in a row, from 1,952 in March 2017',
  ],
  ['another count of a run', /the fifth year in a row/, 'the sixth year in a row'],
  ['another force at its highest', /is among 24 of the 43 forces/, 'is among 25 of the 43 forces'],
  ['the draft’s own force left out', /though not Durham Constabulary/, 'though not Kent Police'],
  ['the number of another force', /The number of officers at the force/, 'The number of officers at Kent Police'],
  ['growth for shrinking', /shrank faster/, 'grew faster'],
  ['another number of the part', /was among constables, up by 58 to 977/, 'was among constables, up by 58 to 919'],
  ['a change that is not named', /Most of the increase in officers/, 'Most of the increase'],
  ['alike with the whole', /That was a (?:bigger|smaller) percentage (?:rise|fall) than in/, 'That was in line with'],
])('by the words alone, %s is caught', (_, was, now) => {
  const read = readAll(reworded(was, now), reckon)
  expect(read.flatMap(({ wrong, unread }) => [...wrong, ...unread])).not.toEqual([])
})

test.each<[string, RegExp]>([
  ['that', /^That was/],
  ['the rise', /^The (?:rise|fall) compares/],
  ['the number', /^Across England and Wales the number/],
])('“%s” behind a par of something else is caught', (_, start) => {
  const brief = find(
    (b) =>
      b.pars.some((par) => start.test(par.text)) &&
      b.pars.some((par) => /special constables|police staff|community/.test(par.text)),
  )
  expect(misleading(brief)).toEqual([])
  const other = brief.pars.find((par) => /special constables|police staff|community/.test(par.text))!
  brief.pars.splice(
    brief.pars.findIndex((par) => start.test(par.text)),
    0,
    other,
  )
  expect(misleading(brief)).not.toEqual([])
})

const atFault = (period: string) =>
  structuredClone(drafts(desk, 'local', period).briefs.find((b) => b.area.key === 'essex')!)

test('a faulty figure without its caveat is caught', () => {
  const brief = atFault('2008')
  expect(standsOnFault(brief, reckon, others)).toEqual([])
  brief.caveats = []
  expect(standsOnFault(brief, reckon, others).join()).toMatch(/has no caveat/)
})

test('a change to or from a faulty figure is caught', () => {
  const brief = atFault('2009')
  const level = Object.values(brief.facts).find((f) => f.kind === 'level')!
  const id = 'officers@essex@2008..2009#percent'
  brief.facts['change/officers/essex/2009'] = {
    ...level,
    id: 'change/officers/essex/2009',
    kind: 'change',
    figures: [id],
  }
  brief.figures[id] = { ...Object.values(brief.figures)[0]!, value: reckon.percent('officers', 'essex', '2009') }
  const found = standsOnFault(brief, reckon, others).join()
  expect(found).toMatch(/rests on officers@essex@2008/)
  expect(found).toMatch(/is told, and not as a level/)
})

test('words that hold only if a faulty figure is right are caught', () => {
  const brief = structuredClone(drafts(desk, 'national', '2008').briefs[0]!)
  const [up, down] = [reckon.went('officers', '2008', 'up').length, reckon.went('officers', '2008', 'down').length]
  brief.pars.push({
    ...brief.pars[0]!,
    text: `The number rose at ${up} of the 43 forces and fell at ${down}.`,
    spans: [],
  })
  expect(readAll(brief, reckon).flatMap((r) => r.wrong)).toEqual([])
  expect(standsOnFault(brief, reckon, others).join()).toMatch(/may be false: says/)
})
