import type { Sentence } from '../../prose/brief.ts'
import type { Finding } from '../../verify/finding.ts'
import { type Piece, piecesOf } from '../pieces.ts'
import { plain } from '../views.ts'

interface Props {
  sentence: Sentence
  par: number
  /** What the read-back found here. */
  findings: readonly Finding[]
  /** The address of what stands behind a mark. */
  href: (par: number, span: number) => string
  /** The mark that is open. */
  open: string | null
}

const kindsOf = ({ spans, findings }: Piece, sentence: Sentence): string => {
  const kinds = spans.map((i) => sentence.spans[i]!.kind)
  const wrong = findings.some((f) => f.verdict !== 'holds' && f.verdict !== 'unchecked')
  const unchecked = findings.some((f) => f.verdict === 'unchecked')
  return [...new Set(kinds), ...(wrong ? ['wrong'] : unchecked ? ['unchecked'] : [])].join(' ')
}

/** A text with its figures, areas and claims marked; a figure or a claim opens what stands behind it. */
export const Words = ({ sentence, par, findings, href, open }: Props) => (
  <>
    {piecesOf(sentence, findings).map((piece) => {
      const text = plain(piece.text)
      const kinds = kindsOf(piece, sentence)
      if (kinds === '') return text
      const inner = piece.spans.at(-1)
      const kind = inner === undefined ? undefined : sentence.spans[inner]!.kind
      const ref = inner === undefined ? undefined : sentence.spans[inner]!.ref
      const title = piece.findings.map((f) => f.why).join('; ') || undefined
      const isLink = piece.begins !== null && (kind === 'figure' || kind === 'claim')
      if (!isLink)
        return (
          <span class={`m ${kinds}`} data-kind={kind} data-ref={ref} title={title}>
            {text}
          </span>
        )
      const name = `${par}-${piece.begins}`
      return (
        <a
          class={`m ${kinds}${open === name ? ' is-open' : ''}`}
          href={href(par, piece.begins!)}
          data-mark={name}
          data-kind={kind}
          data-ref={ref}
          title={title}
        >
          {text}
        </a>
      )
    })}
  </>
)
