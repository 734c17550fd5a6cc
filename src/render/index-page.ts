import type { Brief } from '../prose/brief.ts'
import { escapeHtml, page } from './html.ts'
import { stampOf } from './stamp.ts'

/** A draft's place in the index. */
export interface Entry {
  brief: Brief
  /** Format → path beside the index. */
  files: Readonly<Record<string, string>>
  score: number
  because: string
}

/** One row of what a run wrote, with the strongest story first. */
export function indexPage(title: string, entries: readonly Entry[]): string {
  const stamps = new Set(entries.flatMap((e) => stampOf(e.brief)))
  const rows = [...entries]
    .sort((a, b) => b.score - a.score || (a.brief.area.name < b.brief.area.name ? -1 : 1))
    .map(({ brief, files, because }) => {
      const links = Object.entries(files).map(
        ([format, path]) => `<a href="${escapeHtml(encodeURI(path))}">${escapeHtml(format)}</a>`,
      )
      return `<tr><td>${escapeHtml(brief.area.name)}</td><td>${escapeHtml(brief.headline.text)}</td><td>${escapeHtml(because)}</td><td class="files">${links.join(' ')}</td></tr>`
    })
  const body = [
    ...[...stamps].map((line) => `<p class="stamp">${escapeHtml(line)}</p>`),
    `<h1>${escapeHtml(title)}</h1>`,
    `<p class="slug">${entries.length} ${entries.length === 1 ? 'draft' : 'drafts'}, the strongest story first.</p>`,
    '<table><thead><tr><th>Area</th><th>Headline</th><th>Why it is news</th><th>Files</th></tr></thead><tbody>',
    ...rows,
    '</tbody></table>',
  ]
  return page(title, body.join('\n'), true)
}
