import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inventNames } from './names.mjs'
import { library } from './places.mjs'
import { mulberry } from './random.mjs'

const years = Array.from({ length: 17 }, (_, i) => 2007 + i)

/** Rows of each area and year: worker type, rank, and how many there are of it for each officer. */
const kinds = [
  ['Officer', 'Constable', 0.78],
  ['Officer', 'Sergeant', 0.16],
  ['Officer', 'Inspector', 0.06],
  ['Support Officer', 'Support Officer', 0.12],
  ['Staff', 'Staff', 0.55],
  ['Special', 'Special', 0.09],
]

/** Writes a library with one release of made-up data on this many areas. */
export function writeLibrary(folder, areas) {
  const names = inventNames(areas)
  mkdirSync(join(folder, 'data', 'areas'), { recursive: true })
  mkdirSync(join(folder, 'data', 'made-up'))
  cpSync(library.templates, join(folder, 'templates'), { recursive: true })
  writeFileSync(join(folder, 'data', 'areas', 'made-up.yaml'), areasFile(names))
  writeFileSync(join(folder, 'data', 'made-up', 'release.yaml'), releaseFile)
  writeFileSync(join(folder, 'data', 'made-up', 'workforce.csv'), tableFile(names))
}

const areasFile = (names) => `# Made-up areas, for measuring alone.
list: made-up
level: district
expect: ${names.length}
areas:
${names.map((n) => `  - { key: ${n.toLowerCase()}, full: ${n} Wardens, name: ${n}, short: the district, list: ${n}, names: [${n}] }`).join('\n')}
`

/** In the order of the shipped table: by year, then area, then worker type. */
function tableFile(names) {
  const random = mulberry(20230726)
  const areas = names.map((name) => ({ name, officers: 300 + random() * 4000, drift: random() - 0.5 }))
  const lines = ['As at 31 March...,District,Worker type,Rank,Total (FTE),Total (headcount)']
  for (const year of years) {
    for (const area of areas) {
      // Some grow and some shrink, in runs of some years, so that there are peaks, troughs and streaks.
      if (random() < 0.25) area.drift = random() - 0.5
      area.officers = Math.max(200, area.officers * (1 + area.drift * 0.12 + (random() - 0.5) * 0.02))
      for (const [type, rank, part] of kinds) {
        const fte = area.officers * part * (1 + (random() - 0.5) * 0.1)
        const shown = type === 'Special' ? 'N/A' : fte.toFixed(2)
        lines.push(`${year},${area.name},${type},${rank},${shown},${Math.round(fte * 1.04)}`)
      }
    }
  }
  return `${lines.join('\n')}\n`
}

const measure = (key, where, { role, name, noun, value = 'Total (FTE)', unit = 'fte' }) => `  ${key}:
    from: workforce
    where: ${where}
    value: ${value}
    unit: ${unit}
    comparable: { from: 2007, recordsBegin: false }
    role: ${role}
    words: { name: ${name}, noun: [${noun}], stock: ${name} numbers }
`

const releaseFile = `# Made-up data, for measuring alone.
release: made-up
title: Made-up workforce
publisher: Made-up data
published: 2023-07-26T09:30:00+01:00
status: sample
slug: MADEUP Workforce

areas:
  list: made-up
  noun: [district, districts]
  adjective: warden
  whole: { key: all-districts, name: Allovera, made: sum }

tables:
  workforce:
    file: workforce.csv
    area: { name: District }
    period: { column: "As at 31 March...", kind: day, day: 31 March }
    by:
      Worker type: { Officer: , Support Officer: , Staff: , Special:  }
      Rank: { Constable: , Sergeant: , Inspector: , Support Officer: , Staff: , Special:  }
    marks: { N/A: not-applicable }

measures:
${[
  measure('officers', '{ Worker type: Officer }', { role: 'lead', name: 'warden officers', noun: 'officer, officers' }),
  measure('pcsos', '{ Worker type: Support Officer }', {
    role: 'other',
    name: 'support officers',
    noun: 'support officer, support officers',
  }),
  measure('specials', '{ Worker type: Special }', {
    role: 'other',
    name: 'special wardens',
    noun: 'special warden, special wardens',
    value: 'Total (headcount)',
    unit: 'headcount',
  }),
  measure('staff', '{ Worker type: Staff }', { role: 'other', name: 'warden staff', noun: 'member of staff, staff' }),
  ...['Constable', 'Sergeant', 'Inspector'].map((rank) => {
    const one = rank.toLowerCase()
    const where = `{ Worker type: Officer, Rank: ${rank} }`
    return measure(`${one}s`, where, { role: 'part', name: `${one}s`, noun: `${one}, ${one}s` })
  }),
].join('')}
  constable-share:
    share: constables
    of: officers
    role: supplement
    words: { name: constables, noun: [constable, constables], stock: share of constables }

breakdowns:
  rank:
    of: officers
    parts: [constables, sergeants, inspectors]
    noun: [rank, ranks]
`
