import type { Archive } from '../archive/archive.ts'
import type { Entry } from '../archive/journal.ts'
import { countedOf } from '../diff/consequence.ts'
import type { Brief } from '../prose/brief.ts'
import type { Trace } from '../render/journal-report.ts'
import { sentencesOf } from '../verify/sentences.ts'
import { type Issue, type Story, storiesOf } from './ledger.ts'

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()

/**
 * Every sentence that was released and holds these words, with where it came from: who, when, from which files, by which rules.
 * @param isWanted whether a draft is among those asked for
 */
export function tracesOf(archive: Archive, words: string, isWanted: (draft: string) => boolean): Trace[] {
  const sought = plain(words)
  const entries = archive.entries()
  return [...storiesOf(entries).values()].flatMap((story) =>
    story
      .filter(({ draft, issued }) => isWanted(draft) && issued.kind !== 'withdrawal')
      .flatMap((issue) => {
        const brief = archive.version(issue.version)
        return placesOf(brief)
          .filter(({ text }) => plain(text).includes(sought))
          .map((place) => traceOf(archive, entries, story, issue, brief, place))
      }),
  )
}

interface PlaceInBrief {
  par: number
  text: string
  start: number
  end: number
}

function placesOf({ headline, pars }: Brief): PlaceInBrief[] {
  return [headline, ...pars].flatMap(({ text: whole }, par) =>
    sentencesOf(whole).map(({ text, start }) => ({ par, text, start, end: start + text.length })),
  )
}

function traceOf(
  archive: Archive,
  entries: readonly Entry[],
  story: Story,
  issue: Issue,
  brief: Brief,
  { par, text, start, end }: PlaceInBrief,
): Trace {
  const sentence = par === 0 ? brief.headline : brief.pars[par - 1]!
  const edit = brief.edits?.find((one) => one.held === undefined && one.par === par)
  const rule = sentence.rule ?? 'headline'
  const inside = sentence.spans.filter((s) => s.kind === 'figure' && s.start >= start && s.end <= end)
  // A person's words carry no marks: the figures of the facts that stood there are told.
  const figures = edit ? edit.facts.flatMap((id) => brief.facts[id]?.figures ?? []) : inside.map((s) => s.ref)
  const run = archive.runOf(issue.draft, issue.version)
  const began = entries.find((e) => e.what === 'run' && e.run === run)
  const history = archive.history(issue.draft)
  const until = history.findIndex((e) => e.what === 'released' && e.issued.uri === issue.issued.uri && e.issued.version === issue.issued.version) // biome-ignore format: a line
  const before = history.slice(0, until)
  const made = before.findLast((e) => e.what === 'made')
  const approved = before.findLast((e) => e.what === 'approved' && e.version === issue.version)
  const next = story[story.indexOf(issue) + 1]
  return {
    slug: brief.slug,
    draft: issue.draft,
    issued: issue.issued,
    released: { who: issue.who, at: issue.at, early: issue.early ?? null },
    par: countedOf(brief, par),
    text,
    edit: edit ? { by: edit.by, at: edit.at, was: edit.was } : null,
    rule: { name: rule, hash: brief.rules?.[rule] ?? null },
    made: made ? { at: made.at, run: run ?? '' } : null,
    run: began?.what === 'run' ? { who: began.who, at: began.at, nib: began.nib ?? null, files: began.files } : null,
    approved: approved ? { who: approved.who, at: approved.at } : null,
    parcels: issue.parcels.map(({ channel, key }) => ({ channel, key, outcome: issue.outcomes.get(key) ?? null })),
    next: next ? { version: next.issued.version, kind: next.issued.kind, at: next.at } : null,
    brief,
    figures: [...new Set(figures)],
  }
}
