import { DOMParser } from 'linkedom'
import type { Brief } from '../prose/brief.ts'
import { htmlBody } from './body.ts'
import { escapeHtml, undirected } from './html.ts'
import type { Issued, Provider } from './issued.ts'
import { sourceOf, stampOf } from './stamp.ts'
import { isWithdrawn, titled, versionOf } from './version.ts'

export interface Delivered {
  brief: Brief
  issued: Issued
}

/** What a feed says of itself: of one area, or of the whole release. */
export interface Feed {
  /** A URI that stays: the `tag:` of its provider, say. */
  id: string
  title: string
  provider: Provider
}

/**
 * An Atom feed (RFC 4287): one entry a story, in its newest version, the newest first. What may not be used never stands in it,
 * in no version; a story that stood in it and was withdrawn says so in place of its copy. The same items give the same feed.
 * @param items every version that was delivered, or the newest of each story
 */
export function atom(feed: Feed, items: readonly Delivered[]): string {
  const entries = newest(items)
  const document = new DOMParser().parseFromString(
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB"/>',
    'text/xml',
  )
  const build = (name: string, content: string | readonly Node[], attributes: Record<string, string> = {}): Node => {
    const made = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, sayable(value))
    if (typeof content === 'string') made.textContent = sayable(content)
    else made.append(...content)
    return made
  }
  // A feed must say when it last changed; one without entries has not changed since its provider was.
  const updated = entries[0]?.issued.versionCreated ?? new Date(feed.provider.since).toISOString()
  document.documentElement.append(
    build('id', feed.id),
    build('title', feed.title),
    build('updated', updated),
    build('author', [build('name', feed.provider.name)]),
    ...entries.map((one) => build('entry', entryOf(one, build))),
  )
  return `${document.toString()}\n`
}

type Node = ReturnType<typeof DOMParser.prototype.parseFromString>['documentElement']
type Build = (name: string, content: string | readonly Node[], attributes?: Record<string, string>) => Node

function entryOf({ brief, issued }: Delivered, build: Build): Node[] {
  const { release } = brief
  return [
    build('id', issued.uri),
    build('title', issued.kind === 'update' ? brief.headline.text : titled(brief.headline.text, issued)),
    build('updated', issued.versionCreated),
    build('published', issued.firstCreated),
    build('author', [build('name', issued.provider.name)]),
    build('category', [], { term: release.id, label: release.title }),
    build('content', contentOf(brief, issued), { type: 'html' }),
  ]
}

/** An entry without content would need a page to point to: one that is withdrawn says that, and nothing else. */
function contentOf(brief: Brief, issued: Issued): string {
  const version = versionOf(issued)
  const head = version
    ? [`<p><strong>${version.heading}</strong></p>`, ...version.lines.map((line) => `<p>${escapeHtml(line)}</p>`)]
    : []
  if (isWithdrawn(issued)) return head.join('\n')
  const { value } = htmlBody(brief, stampOf(brief, issued))
  return [...head, value, `<p><small>${escapeHtml(sourceOf(brief))}</small></p>`].join('\n')
}

/** The newest version of each story that may stand in a feed. A withdrawal follows what stood there, or would have. */
function newest(items: readonly Delivered[]): Delivered[] {
  const mayStand = ({ brief, issued }: Delivered) => brief.usable && brief.embargoedUntil === null && !issued.rehearsal
  const stood = new Set(items.filter(mayStand).map(({ issued }) => issued.uri))
  const found = new Map<string, Delivered>()
  for (const one of items) {
    const { uri, version, rehearsal } = one.issued
    const withdraws = isWithdrawn(one.issued) && !rehearsal && stood.has(uri)
    if (!withdraws && !mayStand(one)) continue
    const before = found.get(uri)
    if (before === undefined || before.issued.version < version) found.set(uri, one)
  }
  return [...found.values()].sort(
    (a, b) =>
      Date.parse(b.issued.versionCreated) - Date.parse(a.issued.versionCreated) ||
      (a.issued.uri < b.issued.uri ? -1 : 1),
  )
}

/** What XML 1.0 can say at all: other control characters, and halves of pairs, are left out. */
const sayable = (text: string): string => undirected(text).replace(unsayable, '')
const unsayable = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu
