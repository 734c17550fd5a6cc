import type { Cells, Finding, Verdict } from '../../verify/finding.ts'
import { plain, plural } from '../views.ts'

/** What a verdict is called; the script is told the same. */
export const verdictNames: Record<Verdict, string> = {
  holds: 'Holds',
  wrong: 'Wrong',
  misrounded: 'Rounded or hedged the wrong way',
  misplaced: 'Right for something else',
  unchecked: 'Cannot be checked',
}

/** `workforce.csv, column Total (FTE), rows 10716-10722` */
export const cellsText = ({ file, sheet, column, rows }: Cells): string =>
  [file, ...(sheet === undefined ? [] : [`sheet ${sheet}`]), `column ${column}`, `rows ${rows}`].join(', ')

/** What the data say of claims, one a line. */
export const Findings = ({ findings }: { findings: readonly Finding[] }) => (
  <ul class="findings">
    {findings.map((f) => (
      <li class={f.verdict === 'unchecked' ? 'unchecked' : 'wrong'}>
        <strong>{verdictNames[f.verdict]}:</strong> “{plain(f.text)}”{f.says !== '' && ` (${plain(f.says)})`}:{' '}
        {plain(f.why)}.
        {f.right?.cells.map((cells) => (
          <small>{cellsText(cells)}</small>
        ))}
      </li>
    ))}
  </ul>
)

/** How many claims hold, in words. */
export const holdsText = (holds: number): string =>
  holds === 0 ? 'No claim was found that holds.' : `${plural(holds, 'claim')} ${holds === 1 ? 'holds' : 'hold'}.`
