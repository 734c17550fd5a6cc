import { describe, expect, test } from 'vitest'
import { html, markdown, wireText } from '../../src/index.ts'
import { NibError } from '../../src/messages.ts'
import { readCopy } from '../../src/verify/copy.ts'
import { drafts, leavers, workforce } from '../fixtures/desk.ts'

const made = [
  ...drafts(await workforce(), { edition: 'local' }),
  ...drafts(await workforce(), { edition: 'list' }),
  ...drafts(await leavers(), { edition: 'national' }),
]
const codes = (text: string, file: string): string[] => {
  try {
    readCopy(text, file)
  } catch (error) {
    if (error instanceof NibError) return error.problems.map((p) => p.code)
    throw error
  }
  return []
}

describe('a draft of Nib’s own', () => {
  const texts = (text: string, file: string) =>
    readCopy(text, file).blocks.flatMap((b) => (b.kind === 'crosshead' ? [] : [b.text]))
  const want = (brief: (typeof made)[number]) => [
    brief.headline.text,
    ...brief.pars.flatMap((p) => (p.slot === 'crosshead' ? [] : [p.text])),
  ]

  test.each([
    ['text', 'draft.txt', wireText],
    ['markdown', 'draft.md', markdown],
    ['html', 'draft.html', html],
    ['brief', 'draft.json', (brief: (typeof made)[number]) => JSON.stringify(brief)],
  ] as const)('gives the same words as %s', (format, file, render) => {
    for (const brief of made) {
      expect(readCopy(render(brief), file).format).toBe(format)
      expect(texts(render(brief), file), brief.id).toEqual(want(brief))
    }
  })

  test('has its headline first and its quotations apart, in every format', () => {
    const brief = made.find((b) => b.pars.some((p) => p.rule.startsWith('desk/')))!
    for (const [text, file] of [
      [wireText(brief), 'a.txt'],
      [markdown(brief), 'a.md'],
      [html(brief), 'a.html'],
      [JSON.stringify(brief), 'a.json'],
    ] as const) {
      const { blocks } = readCopy(text, file)
      expect(blocks[0]!.kind, file).toBe('headline')
      expect(
        blocks.some((b) => b.kind === 'desk'),
        file,
      ).toBe(true)
    }
  })

  test('a brief says which release, area and period it is of', () => {
    const { about } = readCopy(JSON.stringify(made[0]), 'a.json')
    expect(about).toMatchObject({ release: 'police-workforce', area: made[0]!.area.key, period: '2023' })
  })
})

describe('copy from elsewhere', () => {
  test('the line of a paragraph is told', () => {
    const { blocks } = readCopy('A headline of the story\n\nFirst paragraph.\n\n\nSecond\nparagraph.\n', 'a.txt')
    expect(blocks).toEqual([
      { kind: 'headline', text: 'A headline of the story', line: 1 },
      { kind: 'par', text: 'First paragraph.', line: 3 },
      { kind: 'par', text: 'Second paragraph.', line: 6 },
    ])
  })
  test('scripts, navigation and footers of a page are no copy, and entities are read', () => {
    const page =
      '<html><body><nav><p>Home</p></nav><h1>O&#39;Neill &amp; Sons</h1><p>It had 5 &lt; 6.</p><script>1</script><footer><p>2</p></footer></body></html>'
    expect(readCopy(page, 'a.html').blocks.map((b) => b.text)).toEqual(["O'Neill & Sons", 'It had 5 < 6.'])
  })
  test('a paragraph that somebody said is passed over; one that only quotes a word is not', () => {
    const kinds = (text: string) => readCopy(`A headline\n\n${text}`, 'a.txt').blocks.map((b) => b.kind)[1]
    expect(kinds('“We lost 5,000 officers,” said the chair of the federation.')).toBe('desk')
    expect(kinds('“We lost officers,” said the chair, who counted 5,000.')).toBe('par')
    expect(kinds('The force said it was “proud” of its 5,000 officers.')).toBe('par')
  })
  test('what Windows and Mac editors leave is no part of it', () => {
    expect(readCopy('\ufeffA headline\r\n\r\nIt had 5.\r\n', 'a.txt').blocks.map((b) => b.text)).toEqual([
      'A headline',
      'It had 5.',
    ])
  })
})

describe('what is no copy', () => {
  test.each([
    ['an empty file', '', 'a.txt', 'empty-copy'],
    ['blanks', ' \n\n ', 'a.txt', 'empty-copy'],
    ['a page without a paragraph', '<html><body><script>1</script></body></html>', 'a.html', 'empty-copy'],
    ['a workbook', 'PK\u0003\u0004…', 'a.xlsx', 'unknown-format'],
    ['bytes', 'a\u0000b', 'a.txt', 'unknown-format'],
    ['half a brief', '{"headline":', 'a.json', 'bad-brief'],
    ['a brief without paragraphs', '{"headline":{"text":"A"}}', 'a.json', 'bad-brief'],
    ['a brief of nothing', 'null', 'a.json', 'bad-brief'],
    ['a book', 'word '.repeat(500_000), 'a.txt', 'over-limit'],
  ])('%s is told', (_, text, file, code) => {
    expect(codes(text, file)).toEqual([code])
  })
})
