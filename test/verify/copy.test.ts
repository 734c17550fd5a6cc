import { describe, expect, test } from 'vitest'
import { html, markdown, wireText } from '../../src/index.ts'
import { NibError } from '../../src/messages.ts'
import { readCopy as readBytes } from '../../src/verify/copy.ts'
import { drafts, leavers, workforce } from '../fixtures/desk.ts'

const readCopy = (text: string, file: string) => readBytes(new TextEncoder().encode(text), file)
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
    ['a workbook', 'PK\u0003\u0004…', 'a.xlsx', 'no-text'],
    ['bytes', 'a\u0000b', 'a.txt', 'no-text'],
    ['half a brief', '{"headline":', 'a.json', 'bad-brief'],
    ['a brief without paragraphs', '{"headline":{"text":"A"}}', 'a.json', 'bad-brief'],
    ['a brief of nothing', 'null', 'a.json', 'bad-brief'],
    ['a book', 'word '.repeat(500_000), 'a.txt', 'copy-too-large'],
  ])('%s is told', (_, text, file, code) => {
    expect(codes(text, file)).toEqual([code])
  })
})

const P = 'Kent had 9,999 officers.'
const seen = (text: string, file: string) =>
  readCopy(text, file).blocks.map((b) => `${b.kind}${b.line ? ` ${b.line}` : ''}: ${b.text}`)

describe('nothing that can claim is lost', () => {
  test.each([
    [
      'a headline that begins in capitals is no slug',
      `MET officer numbers at record low\n\n${P}`,
      ['headline 1: MET officer numbers at record low', `par 3: ${P}`],
    ],
    [
      'a slug stands over a headline',
      `POLICE Workforce City of London\n\nEMBARGOED UNTIL NOON\n\nForce loses 5\n\n${P}`,
      ['headline 5: Force loses 5', `par 7: ${P}`],
    ],
    [
      'a paragraph may begin with Ends',
      `A headline\n\nEnds of March count.\n\n${P}`,
      ['headline 1: A headline', 'par 3: Ends of March count.', `par 5: ${P}`],
    ],
    [
      'ENDS ends copy without a blank line too',
      `A headline\n\n${P}\nENDS\nNotes: 5.`,
      ['headline 1: A headline', `par 3: ${P}`],
    ],
    ['so does -ENDS-', `A headline\n\n${P}\n\n-ENDS-\n\nNotes: 5.`, ['headline 1: A headline', `par 3: ${P}`]],
    [
      'lines with bullets stand by themselves',
      'A headline\n\n– Kent: 5\n– Essex: 6',
      ['headline 1: A headline', 'line 3: – Kent: 5', 'line 4: – Essex: 6'],
    ],
    [
      'long lines are paragraphs',
      `A headline\n${P.repeat(6)}\nIt had 5.`,
      ['headline 1: A headline', `par 2: ${P.repeat(6)}`, 'par 3: It had 5.'],
    ],
    [
      'a line that claims is no label',
      `A headline\n\nKent loses half its officers\n\nWhy it matters\n\n${P}`,
      ['headline 1: A headline', 'par 3: Kent loses half its officers', 'crosshead 5: Why it matters', `par 7: ${P}`],
    ],
  ])('text: %s', (_, text, want) => {
    expect(seen(text, 'a.txt')).toEqual(want)
  })

  test.each([
    ['what stands under a rule is copy', `# A\n\n---\n\n${P}`, ['headline 1: A', `par 5: ${P}`]],
    ['but for a foot in italics', `# A\n\n${P}\n\n---\n\n*Source: B, 5.*`, ['headline 1: A', `par 3: ${P}`]],
    ['settings over it are none', `---\ntitle: 5\n---\n\n# A\n\n${P}`, ['headline 5: A', `par 7: ${P}`]],
    ['a sentence in bold is a paragraph', `# A\n\n**${P}**`, ['headline 1: A', `par 3: ${P}`]],
    [
      'a heading with a figure is read',
      '# A\n\n## Kent loses 500\n\n## The details',
      ['headline 1: A', 'headline 3: Kent loses 500', 'crosshead 5: The details'],
    ],
    ['rows of a table', '# A\n\n| B | C |\n|---|---|\n| D | 5 |', ['headline 1: A', 'line 3: B, C', 'line 5: D, 5']],
    [
      'a set-off paragraph is no quotation',
      `# A\n\n> ${P}\n\n> "${P}"`,
      ['headline 1: A', `par 3: ${P}`, `desk 5: "${P}"`],
    ],
    ['an indented one', `# A\n\n    ${P}`, ['headline 1: A', `par 3: ${P}`]],
    ['one in HTML', `# A\n\n<p>${P}</p>`, ['headline 1: A', `par 3: ${P}`]],
    [
      'items within items',
      '# A\n\n- It had 5.\n\n- It had 6.\n  - It had 7.',
      ['headline 1: A', 'line 3: It had 5.', 'line 5: It had 6.', 'line 6: It had 7.'],
    ],
    ['entities', '# A\n\nIt cost &pound;5m &ndash; 3 \\* 4.', ['headline 1: A', 'par 3: It cost £5m – 3 * 4.']],
    ['ENDS', `# A\n\n${P}\n\nENDS\n\nNotes: 5.`, ['headline 1: A', `par 3: ${P}`]],
  ])('Markdown: %s', (_, text, want) => {
    expect(seen(text, 'a.md')).toEqual(want)
  })

  test.each([
    ['divisions', `<h1>A</h1>\n<div>${P}<br>It had&nbsp;5.</div>`, ['headline 1: A', `par 2: ${P} It had 5.`]],
    [
      'items are read once',
      `<h1>A</h1>\n<ul>\n<li><p>${P}</p></li>\n<li>a<ul><li>5</li></ul></li></ul>`,
      ['headline 1: A', `line 3: ${P}`, 'line 4: a', 'line 4: 5'],
    ],
    [
      'the head of an article',
      `<article><header><h1>A 5</h1></header><p>${P}</p></article>`,
      ['headline 1: A 5', `par 1: ${P}`],
    ],
    [
      'all articles, where there are several',
      `<article><p>B.</p></article><article><h1>A</h1><p>${P}</p></article>`,
      ['par 1: B.', 'headline 1: A', `par 1: ${P}`],
    ],
    [
      'rows, captions and boxes',
      `<h1>A</h1><table><tr><td>B</td><td>5</td></tr></table><figcaption>C.</figcaption><aside><p>${P}</p></aside>`,
      ['headline 1: A', 'line 1: B, 5', 'par 1: C.', `par 1: ${P}`],
    ],
  ])('HTML: %s', (_, text, want) => {
    expect(seen(text, 'a.html')).toEqual(want)
  })

  test.each([
    ['a word in quotation marks', '“Proud” force loses more than half of its officers in a year.', 'par'],
    ['a second sentence behind', '“We try,” he said. The force has lost half of its officers.', 'par'],
    ['an attribution that claims', '“We try,” said the chair of the force that lost the most.', 'par'],
    ['a quotation that is never closed', '"We lost 5,000 officers.', 'par'],
    ['their words before', '“We lost 5,000,” said A Speaker, the chair.', 'desk'],
    ['and between', '“We lost 5,000,” she said. “And 12 more.”', 'desk'],
    ['and behind', 'A Speaker, the chair, said: "We lost 5,000."', 'desk'],
  ])('%s: %s', (_, text, kind) => {
    expect(readCopy(`A headline\n\n${text}\n\n${P}`, 'a.txt').blocks.map((b) => b.kind)).toEqual([
      'headline',
      kind,
      'par',
    ])
  })

  test('a quotation of several paragraphs is one to its end', () => {
    const { blocks } = readCopy(`A headline\n\nA Speaker said: "We lost 5.\n\n"And 6.\n\n"And 7."\n\n${P}`, 'a.txt')
    expect(blocks.map((b) => b.kind)).toEqual(['headline', 'desk', 'desk', 'desk', 'par'])
  })
})

describe('what nobody sees', () => {
  test('cannot hide a figure or steer a terminal, in any format', () => {
    const words = 'It had \u001b[2J9,\u00ad999\u00a0off\u200bi\u202ecers\ue000.'
    const brief = JSON.stringify({ headline: { text: 'A' }, pars: [{ text: words, slot: 'key', rule: 'key/a' }] })
    for (const [text, file] of [
      [`A\n\n${words}`, 'a.txt'],
      [`# A\n\n${words}`, 'a.md'],
      [`<h1>A</h1><p>${words}</p>`, 'a.html'],
      [brief, 'a.json'],
    ] as const)
      expect(readCopy(text, file).blocks[1]?.text, file).toBe('It had 9,999 officers.')
  })

  test('letters are read as Windows or UTF-16 wrote them', () => {
    const windows = Uint8Array.from(
      [...'A line\n\nIt cost '].map((c) => c.charCodeAt(0)).concat(0xa3, 0x35, 0x96, 0x2e),
    )
    expect(readBytes(windows, 'a.txt').blocks[1]?.text).toBe('It cost £5–.')
    expect(readBytes(Buffer.from('\ufeffA line\n\nIt cost £5.', 'utf16le'), 'a.txt').blocks[1]?.text).toBe(
      'It cost £5.',
    )
  })
})

test('where a brief breaks off is told', () => {
  const place = () => {
    try {
      readCopy('{\n "headline": {"text": "A"},\n "pars": [}', 'a.json')
    } catch (error) {
      return (error as NibError).problems[0]?.place
    }
  }
  expect(place()).toEqual({ file: 'a.json', line: 3, column: 12 })
  expect(codes('{"schema":"brief/2","headline":{"text":"A"},"pars":[]}', 'a.json')).toEqual(['bad-brief'])
})

test('hostile files are refused or read in good time', () => {
  expect(codes(`${'>'.repeat(100_000)} x 5`, 'a.md')).toEqual(['no-text'])
  for (const [text, file] of [
    [`a${' '.repeat(500_000)}b`, 'a.txt'],
    [`A\n\n${'“'.repeat(150_000)}`, 'a.txt'],
    ['a "b\n\n'.repeat(20_000), 'a.txt'],
    [`<p>${'<div>'.repeat(10_000)}5`, 'a.html'],
  ] as const)
    expect(codes(text, file)).toEqual([])
}, 10_000)
