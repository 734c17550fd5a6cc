import type { Brief } from '../prose/brief.ts'
import type { Chart } from './chart.ts'
import type { Issued } from './issued.ts'
import { stampOf } from './stamp.ts'
import { isWithdrawn } from './version.ts'

/**
 * The brief itself. Delivered, it says under `issued` what stands on it, with its stamps in words; withdrawn, it keeps its
 * headline and nothing that could be used.
 */
export function json(brief: Brief, _charts?: readonly Chart[], issued?: Issued): string {
  return `${JSON.stringify(issued === undefined ? brief : delivered(brief, issued), null, 1)}\n`
}

function delivered(brief: Brief, issued: Issued) {
  const usable = brief.usable && !issued.rehearsal && !isWithdrawn(issued)
  const stands = { ...(isWithdrawn(issued) ? emptied(brief) : brief), usable }
  return { ...stands, issued: { ...issued, stamps: stampOf(brief, issued) } }
}

function emptied(brief: Brief): Brief {
  const { edits: _edits, rules: _rules, ...rest } = brief
  const headline = { text: brief.headline.text, spans: [] }
  return { ...rest, headline, pars: [], figures: {}, facts: {}, caveats: [] }
}
