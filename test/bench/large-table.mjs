import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inventNames } from './names.mjs'
import { library } from './places.mjs'
import { mulberry } from './random.mjs'

const years = Array.from({ length: 20 }, (_, i) => 2004 + i)
const regions = ['Northwold', 'Southwold', 'Eastwold', 'Westwold', 'Midwold']
/** How many of a council's starts are of each service. */
const services = { Home: 0.4, Day: 0.25, Respite: 0.15, Residential: 0.12, Nursing: 0.08 }
const groups = '16 to 17,18 to 24,25 to 29,30 to 39,40 to 49,50 to 64,65 to 74,75 to 79,80 to 84,85 and over'.split(',')
const sexes = ['Female', 'Male']

/**
 * Writes a library with one release, `large`, of made-up data: 200,000 rows by 10 columns, as a department publishes a return
 * of its councils: 20 years, each by five services, and by sex and as many age groups as make 200,000.
 * @param councils 100, or 200, 500 or 1,000 with fewer age groups
 * @param held the years that are written, if not all: the table as it was before
 * @returns the path of the table
 */
export function writeLarge(folder, { councils = 100, held = years.length } = {}) {
  const names = inventNames(councils)
  const ages = groups.slice(0, (groups.length * 100) / councils)
  const release = join(folder, 'data', 'large')
  mkdirSync(join(folder, 'data', 'areas'), { recursive: true })
  mkdirSync(release, { recursive: true })
  cpSync(library.templates, join(folder, 'templates'), { recursive: true })
  writeFileSync(join(folder, 'data', 'areas', 'large.yaml'), areasFile(names))
  writeFileSync(join(release, 'release.yaml'), releaseFile(ages))
  const path = join(release, 'care.csv')
  writeFileSync(path, tableFile(names, ages, years.slice(0, held)))
  return path
}

const codeOf = (i) => `X0600${String(i + 1).padStart(4, '0')}`

const areasFile = (names) => `# Made-up areas, for measuring alone.
list: large
level: council
expect: ${names.length}
areas:
${names.map((n, i) => `  - { key: ${n.toLowerCase()}, code: ${codeOf(i)}, full: ${n} Council, name: ${n}, short: the council, list: ${n}, names: [${n}] }`).join('\n')}
`

/** In the order of such tables: by year, then council, then what it is broken down by. */
function tableFile(names, ages, held) {
  const random = mulberry(20240530)
  const areas = names.map((name) => ({ name, starts: 800 + random() * 8000, drift: random() - 0.5 }))
  const lines = ['Year,Area code,Area name,Region,Service,Age group,Sex,Starts,Ends,Open at 31 March']
  for (const year of held) {
    for (const [i, area] of areas.entries()) {
      if (random() < 0.25) area.drift = random() - 0.5
      area.starts = Math.max(500, area.starts * (1 + area.drift * 0.12 + (random() - 0.5) * 0.02))
      const own = `${year - 1}/${String(year % 100).padStart(2, '0')},${codeOf(i)},${area.name},${regions[i % regions.length]}`
      for (const [service, part] of Object.entries(services)) {
        for (const age of ages) {
          for (const sex of sexes) {
            const starts = Math.round((area.starts * part * (0.6 + random() * 0.8)) / (ages.length * sexes.length))
            const ends = Math.round(starts * (0.85 + random() * 0.3))
            lines.push(`${own},${service},${age},${sex},${starts},${ends},${Math.round(starts * (2 + random()))}`)
          }
        }
      }
    }
  }
  return `${lines.join('\n')}\n`
}

const kinds = Object.keys(services)
const mapping = (values) => `{ ${values.map((v) => `${v}: `).join(', ')} }`

const measure = (key, { service, value = 'Starts', role, words }) => `  ${key}:
    from: care
    where: { Service: ${service ?? `[${kinds.join(', ')}]`} }
    value: ${value}
    unit: headcount
    comparable: { from: 2003/04, recordsBegin: false }
    role: ${role}
    words: ${words}
`

const releaseFile = (ages) => `# Made-up data, for measuring alone.
release: large
title: Made-up care
publisher: Made-up data
published: 2023-07-26T09:30:00+01:00
status: sample
slug: MADEUP Care

areas:
  list: large
  noun: [council, councils]
  adjective: council
  places: true
  whole: { key: all-councils, name: Allovera, made: sum }

tables:
  care:
    file: care.csv
    area: { name: Area name, code: Area code }
    period: { column: Year, kind: financial-year }
    by:
      Service: ${mapping(kinds)}
      Age group: ${mapping(ages)}
    over:
      Sex: [${sexes.join(', ')}]
    ignore: [Region]

measures:
${[
  measure('starts', {
    role: 'lead',
    words: '{ name: people who started care, noun: [person, people], stock: care starts, did: started care }',
  }),
  measure('ends', {
    value: 'Ends',
    role: 'other',
    words: '{ name: people who left care, noun: [person, people], stock: care leavers, did: left care }',
  }),
  measure('open', {
    value: 'Open at 31 March',
    role: 'other',
    words: '{ name: people in care, noun: [person, people], stock: people in care, did: were in care }',
  }),
  ...kinds.map((service) => {
    const one = `${service.toLowerCase()} starter`
    return measure(service.toLowerCase(), {
      service,
      role: 'part',
      words: `{ name: ${one}s, noun: [${one}, ${one}s], stock: ${one}s, did: started ${service.toLowerCase()} care }`,
    })
  }),
].join('')}
  home-share:
    share: home
    of: starts
    role: supplement
    words: { name: home starters, noun: [home starter, home starters], stock: share of home starters }

breakdowns:
  service:
    of: starts
    parts: [${kinds.map((n) => n.toLowerCase()).join(', ')}]
    noun: [service, services]
`
