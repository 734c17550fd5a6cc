import { expect, test } from 'vitest'
import { around, piecesOf } from '../../src/desk/pieces.ts'
import type { Span } from '../../src/prose/brief.ts'

const text = 'Only two forces fell.'
const claim: Span = { start: 0, end: 8, kind: 'claim', ref: 'spread' }
const figure: Span = { start: 5, end: 8, kind: 'figure', ref: 'two' }

test('a text is cut at every edge, and nothing of it is lost', () => {
  const wrong = {
    block: 0,
    start: 9,
    end: 15,
    text: 'forces',
    verdict: 'wrong',
    sort: 'standing',
    says: '',
    why: '',
    right: null,
  } as const
  const pieces = piecesOf({ text, spans: [claim, figure] }, [wrong])
  expect(pieces.map((p) => p.text)).toEqual(['Only ', 'two', ' ', 'forces', ' fell.'])
  expect(pieces.map((p) => p.spans)).toEqual([[0], [0, 1], [], [], []])
  expect(pieces.map((p) => p.begins)).toEqual([0, 1, null, null, null])
  expect(pieces.map((p) => p.findings.length)).toEqual([0, 0, 0, 1, 0])
})

test('of two marks over the same words the one that was opened first is around the other', () => {
  const over: Span = { ...figure, kind: 'claim', ref: 'around' }
  const pieces = piecesOf({ text, spans: [over, figure] }, [])
  expect(pieces.find((p) => p.text === 'two')).toMatchObject({ spans: [0, 1], begins: 1 })
  expect(around([over, figure], 1).map((s) => s.ref)).toEqual(['two', 'around'])
  expect(around([over, figure], 0).map((s) => s.ref)).toEqual(['around'])
  expect(around([claim, figure], 1).map((s) => s.ref)).toEqual(['two', 'spread'])
  expect(around([claim], 7)).toEqual([])
})

test('a mark that reaches beyond the text marks what there is', () => {
  const far: Span = { start: 16, end: 99, kind: 'figure', ref: 'far' }
  expect(
    piecesOf({ text, spans: [far] }, [])
      .map((p) => p.text)
      .join(''),
  ).toBe(text)
})
