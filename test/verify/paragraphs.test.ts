import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Finding } from '../../src/verify/finding.ts'
import { readBack } from '../../src/verify/read-back.ts'
import { evidenceFor } from './evidence.ts'

interface Paragraph {
  about: { release: string; area: string; period: string }
  text: string
}
interface Mark {
  sign: '=' | '!' | '?'
  start: number
  end: number
  text: string
}

const file = new URL('paragraphs.yaml', import.meta.url)
const paragraphs = parse(readFileSync(file, 'utf8')) as Paragraph[]

/** Takes the marks out of a text, and tells where they stood. */
function unmarked(marked: string): { text: string; marks: Mark[] } {
  const marks: Mark[] = []
  let text = ''
  let last = 0
  for (const found of marked.matchAll(/\{([=!?])(.+?)\1\}/gs)) {
    text += marked.slice(last, found.index)
    const start = text.length
    text += found[2]!
    marks.push({ sign: found[1] as Mark['sign'], start, end: text.length, text: found[2]! })
    last = found.index + found[0].length
  }
  return { text: text + marked.slice(last), marks }
}

const meets = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end
const isFault = ({ verdict }: Finding) => ['wrong', 'misrounded', 'misplaced'].includes(verdict)

describe.each(paragraphs.map((p, i) => ({ ...p, nth: i + 1 })))('paragraph $nth', async ({ about, text: marked }) => {
  const { text, marks } = unmarked(marked)
  const evidence = await evidenceFor(about.release)
  const found = readBack([{ kind: 'par', text }], { ...about, own: false }, evidence)
  const told = (mark: Mark) => found.filter((f) => meets(f, mark)).map((f) => `${f.verdict}: ${f.text}: ${f.why}`)

  test.each(marks.filter((m) => m.sign === '!'))('finds that “$text” is wrong', (mark) => {
    expect(
      found.filter((f) => isFault(f) && meets(f, mark)),
      told(mark).join('; '),
    ).not.toEqual([])
  })
  test.each(marks.filter((m) => m.sign === '='))('finds that “$text” holds', (mark) => {
    const mine = found.filter((f) => meets(f, mark))
    expect(mine.filter((f) => isFault(f) && !marks.some((m) => m.sign === '!' && meets(f, m)))).toEqual([])
    expect(
      mine.some((f) => f.verdict === 'holds'),
      told(mark).join('; '),
    ).toBe(true)
  })
  test.each(marks.filter((m) => m.sign === '?'))('says that “$text” cannot be checked', (mark) => {
    expect(
      found.filter((f) => meets(f, mark)).map((f) => f.verdict),
      told(mark).join('; '),
    ).toEqual(['unchecked'])
  })
  test('calls nothing else wrong', () => {
    const wrong = marks.filter((m) => m.sign === '!')
    expect(found.filter((f) => isFault(f) && !wrong.some((m) => meets(f, m)))).toEqual([])
  })
})
