import type { Brief } from '../prose/brief.ts'
import { htmlBody, plainBody } from './body.ts'
import type { Chart } from './chart.ts'
import { undirected } from './html.ts'
import type { Issued } from './issued.ts'
import type { NinjsGraphic, NinjsItem, NinjsText, PubStatus } from './ninjs-item.ts'
import { editsOf, sourceOf, stampOf } from './stamp.ts'
import { isWithdrawn, versionOf } from './version.ts'

/** A brief as a ninjs 3.1 item, for a system that takes news in JSON. */
export function ninjs(brief: Brief, charts: readonly Chart[] = [], issued?: Issued): string {
  return `${JSON.stringify(ninjsItem(brief, charts, issued), null, 1)}\n`
}

/**
 * @param charts stand as associations, each drawn in a `data:` URI, so that the item needs no second file
 * @param issued without it, the item is a draft that nobody delivered: no versions, no dates, and withheld
 */
export function ninjsItem(brief: Brief, charts: readonly Chart[] = [], issued?: Issued): NinjsItem {
  const uri = issued?.uri ?? `tag:nib.invalid,2024:${encodeURI(brief.id)}`
  const version = versionOf(issued)
  const stamps = stampOf(brief, issued)
  const status = statusOf(brief, issued)
  const withdrawn = isWithdrawn(issued)
  const { release } = brief
  return {
    uri,
    type: 'text',
    representationType: 'full',
    standard: { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#' },
    ...(issued === undefined
      ? {}
      : {
          version: String(issued.version),
          firstCreated: issued.firstCreated,
          versionCreated: issued.versionCreated,
          by: issued.provider.name,
        }),
    ...status,
    language: 'en-GB',
    title: [...stamps, ...(version ? [version.heading] : []), brief.slug].join(': '),
    slugline: brief.slug,
    headlines: [text('main', brief.headline.text)],
    ...(withdrawn ? {} : { bodies: bodiesOf(brief, stamps) }),
    descriptions: [text('summary', `${brief.area.name}: ${release.title}, ${brief.period.label}.`)],
    edNote: [
      ...(version ? [version.heading, ...version.lines] : []),
      ...stamps,
      ...editsOf(brief),
      sourceOf(brief),
      ...(withdrawn ? [] : brief.caveats),
    ].join('\n'),
    infoSources: [{ name: release.publisher, role: 'source' }],
    subjects: release.subjects ?? [{ name: release.title }],
    places: [placeOf(brief)],
    digitalSourceType: dataDriven,
    altIds: [{ role: 'brief', value: brief.id }],
    ...(withdrawn || charts.length === 0
      ? {}
      : { associations: charts.map((chart) => graphicOf(chart, uri, status, stamps)) }),
  }
}

/** IPTC: a digital media representation of data by human programming or creativity. No model was trained for it. */
const dataDriven = {
  name: 'Data-driven media',
  uri: 'http://cv.iptc.org/newscodes/digitalsourcetype/dataDrivenMedia',
}

const text = (role: string, value: string): NinjsText => ({ role, contentType: 'text/plain', value: undirected(value) })

interface Status {
  pubStatus: PubStatus
  embargoedUntil?: string
}

function statusOf(brief: Brief, issued: Issued | undefined): Status {
  const embargo = brief.embargoedUntil === null ? {} : { embargoedUntil: brief.embargoedUntil }
  if (isWithdrawn(issued)) return { pubStatus: 'canceled', ...embargo }
  const usable = issued !== undefined && !issued.rehearsal && brief.usable && brief.embargoedUntil === null
  return { pubStatus: usable ? 'usable' : 'withheld', ...embargo }
}

const bodiesOf = (brief: Brief, stamps: readonly string[]): NonNullable<NinjsItem['bodies']> => [
  { role: 'main', contentType: 'text/plain', ...plainBody(brief, stamps) },
  { role: 'main', contentType: 'text/html', ...htmlBody(brief, stamps) },
]

/** A code of the Office for National Statistics has an address; any other is a code and no more. */
function placeOf({ area }: Brief): NinjsItem['places'][number] {
  const { name, code } = area
  if (code === undefined) return { name }
  const uri = /^[EWSNK]\d{8}$/.test(code) ? `http://statistics.data.gov.uk/id/statistical-geography/${code}` : undefined
  return { name, literal: code, ...(uri === undefined ? {} : { uri }) }
}

function graphicOf(chart: Chart, uri: string, status: Status, stamps: readonly string[]): NinjsGraphic {
  const svg = Buffer.from(chart.svg)
  return {
    name: undirected(chart.title),
    uri: `${uri}#${chart.kind}`,
    type: 'graphic',
    ...status,
    language: 'en-GB',
    headlines: [text('main', chart.title)],
    descriptions: [text('alt', chart.alt)],
    ...(stamps.length === 0 ? {} : { edNote: stamps.join('\n') }),
    digitalSourceType: dataDriven,
    renditions: [
      {
        name: 'main',
        href: `data:image/svg+xml;base64,${svg.toString('base64')}`,
        contentType: 'image/svg+xml',
        sizeInBytes: svg.length,
      },
    ],
  }
}
