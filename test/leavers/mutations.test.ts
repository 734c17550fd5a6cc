import { expect, test } from 'vitest'
import type { Brief, Fact } from '../../src/index.ts'
import { dangling, everything, falseFacts, falseFigures } from './briefs.ts'
import { draftsOf, openDesk } from './desk.ts'
import { Reckon } from './reckon.ts'
import { Rows } from './rows.ts'
import { falseSpans } from './spans.ts'
import { falseWords } from './words.ts'

const reckon = new Reckon(new Rows())
const desk = await openDesk()
const briefs = [...draftsOf(desk, 2024, 'local').briefs, ...draftsOf(desk, 2024, 'national').briefs]

const sound = briefs.filter((brief) => everything(brief, reckon).length === 0)
/** A copy of the first draft in which nothing is false and something is as wanted. */
function find(passes: (brief: Brief) => boolean): Brief {
  const found = sound.find(passes)
  if (!found) throw new Error('no sound draft has it')
  return structuredClone(found)
}
const local = (key = 'kent'): Brief => find((b) => b.area.key === key)

/** A draft with a fact of a kind, and one parameter of it altered. */
function altered(kind: Fact['kind'], name: string, to: (is: unknown) => unknown): Brief {
  const brief = find((b) => Object.values(b.facts).some((f) => f.kind === kind && name in f.params))
  const fact = Object.values(brief.facts).find((f) => f.kind === kind && name in f.params)!
  fact.params = { ...fact.params, [name]: to(fact.params[name]) as never }
  return brief
}

/** Changes words that stand somewhere in a draft; spans move along. */
function reworded(was: RegExp, now: string): Brief {
  const brief = find((b) => [b.headline, ...b.pars].some((s) => was.test(s.text)))
  for (const sentence of [brief.headline, ...brief.pars]) {
    const found = was.exec(sentence.text)
    if (!found) continue
    const [end, longer] = [found.index + found[0].length, now.length - found[0].length]
    sentence.text = sentence.text.slice(0, found.index) + now + sentence.text.slice(end)
    for (const span of sentence.spans) {
      if (span.start >= end) span.start += longer
      if (span.end >= end) span.end += longer
    }
  }
  return brief
}

test('most drafts are sound, so that what follows is not in vain', () => {
  expect(sound.length).toBeGreaterThan(30)
})

test('a share that is a hundredth of a point off is caught', () => {
  const brief = local()
  brief.figures['resignation-share@kent@2023/24']!.value += 0.0001
  expect(falseFigures(brief, reckon).join()).toMatch(/the tables say/)
})

test('a rate over the stock at the end of the year is caught', () => {
  const brief = local()
  const { how } = brief.figures['leaving-rate-fte@kent@2023/24']!
  if (how.op === 'divide') how.of = ['leavers-fte@kent@2023/24', 'officers@kent@2022']
  expect(falseFigures(brief, reckon).join()).toMatch(/its formula gives/)
})

test('a figure from a neighbouring row is caught', () => {
  const brief = local()
  const { how } = brief.figures['resignations-fte@kent@2023/24']!
  if (how.op === 'cells') how.rows = String(Number(how.rows) + 1)
  expect(falseFigures(brief, reckon).join()).toMatch(/names rows/)
})

test('a figure of a later year is caught', () => {
  const brief = local()
  brief.period.id = '2022/23'
  expect(falseFigures(brief, reckon).join()).toMatch(/looks ahead/)
  expect(falseFacts(brief, reckon).join()).toMatch(/looks ahead/)
})

test('a figure that is gone is caught', () => {
  const brief = local()
  delete brief.figures['resignations-fte@kent@2023/24']
  expect(dangling(brief).join()).toMatch(/which is not there/)
})

test.each<[Fact['kind'], string, (is: unknown) => unknown]>([
  ['rank', 'rank', (is) => Number(is) + 1],
  ['rank', 'ahead', () => ['essex']],
  ['share', 'base', () => 'officers'],
  ['share', 'relation', (is) => (is === 'higher' ? 'lower' : 'higher')],
  ['rate', 'decimals', (is) => Number(is) - 1],
  ['share-change', 'direction', (is) => (is === 'up' ? 'down' : 'up')],
  ['leading-category', 'differs', (is) => !is],
  ['balance', 'more', (is) => (is === 'in' ? 'out' : 'in')],
  ['record', 'recordsBegin', (is) => !is],
  ['streak', 'length', (is) => Number(is) + 1],
  ['definition', 'text', () => ['Something else.']],
])('in a fact of the kind %s, another %s is caught', (kind, name, to) => {
  expect(falseFacts(altered(kind, name, to), reckon).join()).toContain(`${name} is `)
})

test('a kind of fact and a parameter that no check knows are caught', () => {
  const brief = local()
  const [first, second] = Object.values(brief.facts) as [Fact, Fact]
  first.params = { ...first.params, novel: true }
  Object.assign(second, { kind: 'novelty' })
  expect(falseFacts(brief, reckon).join()).toMatch(/no check is known for its parameter novel .*kind novelty/)
})

test.each<[string, RegExp, string]>([
  ['a mistyped digit', /56 per cent/, '65 per cent'],
  ['a rate with one decimal', /(?<=\d\.\d)\d per cent/, ' per cent'],
  ['another hedge', /Almost one in/, 'Just over one in'],
  ['another place', /third lowest/, 'third highest'],
  ['another year', /2006-07/, '2007-08'],
  ['another name of a force', /Kent Police/, 'Kent Constabulary'],
  ['a change the other way', /\ba rise of (?=\d)/, 'a fall of '],
])('in print, %s is caught', (_, was, now) => {
  expect(falseSpans(reworded(was, now), reckon)).not.toEqual([])
})

test.each<[string, RegExp, string]>([
  [
    'another reason for leaving',
    /[Vv]oluntary resignation(?= is the most common reason for leaving at)/,
    'Normal retirement',
  ],
  ['a share that went the other way', /(?<=[Ss]hare [^.]*)(?:has risen|was up) from/, 'was down from'],
  ['another rate that is higher', /The joining rate was higher/, 'The joining rate was lower'],
  ['leavers for joiners', /Joiners outnumbered leavers/, 'Leavers outnumbered joiners'],
  ['fewest for most', /the most since/, 'the fewest since'],
])('by the words alone, %s is caught', (_, was, now) => {
  expect(falseWords(reworded(was, now), reckon)).not.toEqual([])
})

test('by the words alone, a force left out of those ahead is caught', () => {
  const brief = find((b) => b.pars.some((par) => /behind only .* and /.test(par.text)))
  const par = brief.pars.find((one) => /behind only .* and /.test(one.text))!
  par.spans.splice(
    par.spans.findLastIndex((s) => s.kind === 'area'),
    1,
  )
  expect(falseWords(brief, reckon).join()).toMatch(/is untrue/)
})

test('a number that stands in no span is caught', () => {
  const brief = local()
  brief.pars[1]!.text += ' That is 13 more.'
  expect(falseSpans(brief, reckon).join()).toMatch(/lies in no span/)
})
