import { type GateFinding, type GateVerdict, severities, type Where } from '../gate/finding.ts'

const heads = { stop: 'Stops it', look: 'To look at', note: 'Notes' } as const

/** The terminal shows so many revisions; all are in the JSON. */
const revisionsShown = 10

/** What the gate found, for a person: the verdict in one line, and the findings, gravest first. */
export function gateReport(release: string, verdict: GateVerdict, findings: readonly GateFinding[]): string {
  const lines = [headline(release, verdict, findings)]
  const several = new Set(findings.map((f) => f.table)).size > 1
  for (const severity of severities) {
    const mine = findings.filter((f) => f.severity === severity)
    if (mine.length === 0) continue
    lines.push('', heads[severity])
    for (const { table, text, todo, where, revisions } of mine) {
      lines.push(`- ${several ? `${table}: ` : ''}${escaped(text)}`)
      for (const { says } of (revisions ?? []).slice(0, revisionsShown)) lines.push(`    ${escaped(says)}`)
      if ((revisions?.length ?? 0) > revisionsShown)
        lines.push(`    and ${revisions!.length - revisionsShown} more: --json lists them.`)
      const places = severity === 'note' ? [] : where.map(placeOf).filter((p) => p !== '')
      for (const place of places.slice(0, 3)) lines.push(`  at: ${escaped(place)}`)
      if (todo !== '') lines.push(`  do: ${todo}`)
    }
  }
  return `${lines.join('\n')}\n`
}

/** What a file says must not steer a terminal. */
const escaped = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Co}]/gu, (c) => `\\u${c.codePointAt(0)!.toString(16).padStart(4, '0')}`)

function headline(release: string, verdict: GateVerdict, findings: readonly GateFinding[]): string {
  const count = (severity: GateFinding['severity']) => findings.filter((f) => f.severity === severity).length
  const looks = count('look')
  const toLook = `${looks} ${looks === 1 ? 'finding' : 'findings'} to look at`
  if (verdict === 'open') return `OPEN: ${release}: the table that was expected.`
  if (verdict === 'look') return `LOOK: ${release}: nothing stops it, ${toLook}.`
  const stops = count('stop')
  const more = looks > 0 ? `, and ${toLook}` : ''
  return `SHUT: ${release}: do not publish from it (${stops} ${stops === 1 ? 'thing stops' : 'things stop'} it${more}).`
}

function placeOf({ file, sheet, at, line, column, rows }: Where): string {
  const parts = [
    file,
    sheet === undefined ? undefined : `sheet ${sheet}`,
    at === undefined ? undefined : `cell ${at}`,
    line === undefined ? undefined : `line ${line}`,
    column === undefined ? undefined : `column ${column}`,
    rows === undefined ? undefined : `rows ${rows}`,
  ]
  return parts.filter((part) => part !== undefined).join(', ')
}
