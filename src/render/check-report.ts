import type { Block, Cells, Finding, Verdict } from '../verify/finding.ts'
import type { StyleFinding } from '../verify/lint.ts'

const verdictWords: Record<Verdict, string> = {
  holds: 'holds',
  wrong: 'wrong',
  misrounded: 'close, but rounded or hedged the wrong way',
  misplaced: 'right for something else',
  unchecked: 'cannot be checked',
}

/** How many claims of each verdict there are. */
export function countOf(findings: readonly Finding[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { holds: 0, wrong: 0, misrounded: 0, misplaced: 0, unchecked: 0 }
  for (const { verdict } of findings) counts[verdict]++
  return counts
}

const cellsOf = ({ file, sheet, column, rows }: Cells): string =>
  [file, sheet === undefined ? undefined : `sheet ${sheet}`, `column ${column}`, `rows ${rows}`]
    .filter((p) => p !== undefined)
    .join(', ')

/** A stretch of text in its surroundings, marked. `bold` puts the mark in the terminal's own way. */
function shown(text: string, start: number, end: number, bold: boolean): string {
  const [open, close] = bold ? ['\u001b[1;4m', '\u001b[0m'] : ['»', '«']
  return `${text.slice(0, start)}${open}${text.slice(start, end)}${close}${text.slice(end)}`
}

/** What became of copy that was checked, for a person: each claim that does not hold, with what the data say. */
export function checkReport(
  blocks: readonly Block[],
  findings: readonly Finding[],
  style: readonly StyleFinding[],
  bold: boolean,
): string {
  const lines: string[] = []
  for (const { block, start, end, verdict, says, why, right } of findings) {
    if (verdict === 'holds') continue
    const { text, line } = blocks[block]!
    lines.push(`${line === undefined ? `Paragraph ${block}` : `Line ${line}`}: ${shown(text, start, end, bold)}`)
    lines.push(`  ${verdictWords[verdict].toUpperCase()}${says === '' ? '' : ` (${says})`}: ${why}`)
    if (right !== null) {
      for (const cells of right.cells.slice(0, 4)) lines.push(`  ${right.shown}: ${cellsOf(cells)}`)
    }
    lines.push('')
  }
  if (style.length > 0) {
    lines.push('House style')
    for (const { block, start, end, rule, what } of style) {
      const said = blocks[block]!.text.slice(start, end)
      const shortened = said.length > 60 ? `${said.slice(0, 57)}…` : said
      lines.push(`  ${rule === 0 ? 'style' : `rule ${rule}`}: ${what}${shortened === '' ? '' : `: “${shortened}”`}`)
    }
    lines.push('')
  }
  const counts = countOf(findings)
  const told = [
    `${counts.holds} ${counts.holds === 1 ? 'claim holds' : 'claims hold'}`,
    `${counts.wrong} wrong`,
    `${counts.misrounded} rounded or hedged the wrong way`,
    `${counts.misplaced} right for something else`,
    `${counts.unchecked} that the data cannot check`,
  ]
  lines.push(`${told.join(', ')}.`)
  const quoted = blocks.filter((b) => b.kind === 'desk').length
  if (quoted > 0)
    lines.push(`${quoted} ${quoted === 1 ? 'quotation' : 'quotations'} or desk paragraphs were not checked.`)
  return `${lines.join('\n')}\n`
}
