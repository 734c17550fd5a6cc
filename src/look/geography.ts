import { plural } from './words.ts'

/** Levels of government geography, by the head of a code; the largest first. */
const heads: readonly (readonly [RegExp, string])[] = [
  [/^K/, 'whole'],
  [/^[EWSN]92/, 'nation'],
  [/^E12/, 'region'],
  [/^E13/, 'part of a region'],
  [/^(E0[6-9]|E10|W06|S12|N09)/, 'authority'],
  [/^(E23|W15|S23|N24|S32)/, 'police force'],
  [/^(E31|W25)/, 'fire service'],
  [/^(E47|E11)/, 'combined authority'],
  [/^(E14|W07|S14|N06|N05)/, 'constituency'],
  [/^(E05|W05|S13|N08)/, 'ward'],
  [/^(E54|E38|E40|W11|S08|E18|E16)/, 'health body'],
]
const words: Readonly<Record<string, readonly [string, string]>> = {
  nation: ['nation', 'nations'],
  region: ['region', 'regions'],
  'part of a region': ['part of a region', 'parts of a region'],
  authority: ['authority', 'authorities'],
  'police force': ['force', 'forces'],
  'fire service': ['fire service', 'fire services'],
  'combined authority': ['combined authority', 'combined authorities'],
  constituency: ['constituency', 'constituencies'],
  ward: ['ward', 'wards'],
  'health body': ['health body', 'health bodies'],
}
const regions = new Set(
  'north east|north west|yorkshire and the humber|yorkshire and humber|yorkshire & the humber|east midlands|west midlands|east of england|eastern|east|london|south east|south west'.split(
    '|',
  ),
)
const nations = new Set(['england', 'wales', 'scotland', 'northern ireland'])
const wholes = /^(united kingdom|uk|great britain|england (and|&) wales|england,? wales and .*)$/i
const totals = /^(total|grand total|all|all areas|all .*s|.* total|total[ ,:(].*|overall|national)$/i

/** What a code, a level column and a name say that a row is. */
export function levelOf(code: string | null, said: string, name: string): string {
  if (/\bnational\b|\bcountry\b|\bnation\b/i.test(said)) return 'nation'
  if (/\bregion(al)?\b/i.test(said) && code?.startsWith('E13')) return 'part of a region'
  if (/\bregion(al)?\b/i.test(said)) return 'region'
  if (/local authority|\blad?\b|\butla\b|\bltla\b|council|borough|county|district|unitary/i.test(said))
    return 'authority'
  const head = code === null ? undefined : heads.find(([pattern]) => pattern.test(code))
  if (head) return head[1]
  if (said !== '') return said.toLowerCase()
  if (wholes.test(name) || totals.test(name)) return 'whole'
  return nations.has(name.toLowerCase()) ? 'nation' : 'area'
}

export const nounOf = (level: string): readonly [string, string] => words[level] ?? ['area', 'areas']
/** What the heading of the column of names calls those in it: `Council`, `Police force`, `School name`; null where it is no such word. */
export function nounOfHeading(heading: string): readonly [string, string] | null {
  const one =
    /\b(council|borough|district|county|ward|constituency|force|fire service|trust|school|prison|court|hospital|town|city|region|country|nation|station|board)(?:s|ies)?\b/i.exec(
      heading,
    )?.[1]
  return one ? [one.toLowerCase(), plural(one.toLowerCase())] : null
}

export const isRegionName = (name: string): boolean => regions.has(name.toLowerCase())
export const isTotalName = (name: string): boolean => totals.test(name) || wholes.test(name)

/** The whole that areas with these codes make, where all codes begin alike. */
export function wholeOfCodes(codes: readonly string[]): { name: string; code: string } | null {
  const heads = [...new Set(codes.map((code) => code[0]))].sort().join('')
  const made: Record<string, { name: string; code: string }> = {
    E: { name: 'England', code: 'E92000001' },
    W: { name: 'Wales', code: 'W92000004' },
    S: { name: 'Scotland', code: 'S92000003' },
    N: { name: 'Northern Ireland', code: 'N92000002' },
    EW: { name: 'England and Wales', code: 'K04000001' },
    ESW: { name: 'Great Britain', code: 'K03000001' },
    ENSW: { name: 'the UK', code: 'K02000001' },
  }
  return made[heads] ?? null
}
