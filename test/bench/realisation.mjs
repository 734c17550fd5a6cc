import { writer as handlebars } from './engines/handlebars.mjs'
import { writer as literals } from './engines/literals.mjs'
import { prepareForces } from './engines/nib.mjs'
import { writer as rosae } from './engines/rosae.mjs'
import { byTurns } from './median.mjs'
import { heading, judge, tell } from './print.mjs'

/** Each engine writes for about this long in one turn. */
const turn = 0.25

/** Six sentences on each of the forces, by four engines in one process. */
export async function realisation({ show }) {
  heading('Realising six sentences from facts that are ready, in one process (texts a second)')
  const { records, write } = await prepareForces()
  const writers = { literals: literals(), handlebars: handlebars(), rosae: rosae() }
  const all = {
    nib: (i) => write(i),
    ...Object.fromEntries(Object.entries(writers).map(([name, to]) => [name, (i) => to(records[i])])),
  }
  compare(records, write, writers, show)
  const things = Object.fromEntries(Object.entries(all).map(([name, one]) => [name, turns(one, records.length)]))
  const rates = await byTurns(things, { warm: 2, rounds: 9 })
  for (const [name, label] of Object.entries(labels))
    tell(label, Math.round(rates[name]).toLocaleString('en-GB').padStart(8))
  judge('texts a second, Nib over Handlebars', rates.nib / rates.handlebars, { atLeast: 1 / 3 })
  judge('texts a second, Nib over RosaeNLG', rates.nib / rates.rosae, { atLeast: 8 })
}

const labels = {
  nib: 'Nib, with spans and provenance',
  literals: 'template literals',
  handlebars: 'Handlebars 4.7.10, compiled',
  rosae: 'RosaeNLG 3.2.6, with synonyms and referring expressions',
}

/** A function that writes all texts again and again for one turn, and gives texts a second. */
function turns(one, count) {
  return () => {
    let texts = 0
    const started = performance.now()
    let elapsed = 0
    while (elapsed < turn * 1000) {
      for (let i = 0; i < count; i++) one(i)
      texts += count
      elapsed = performance.now() - started
    }
    return (texts / elapsed) * 1000
  }
}

/** The four must tell the same: every sentence holds the figures that Nib's holds, and no others. */
function compare(records, write, writers, show) {
  for (const [i, record] of records.entries()) {
    const copy = write(i)
    if (copy.pars.length !== 6) throw new Error(`Nib wrote ${copy.pars.length} sentences of six on ${record.full}`)
    const told = copy.pars.map((par) =>
      par.spans.filter((s) => s.kind === 'figure').map((s) => plain(par.text.slice(s.start, s.end))),
    )
    if (show && i === 0)
      print(
        'Nib',
        copy.pars.map((par) => par.text),
      )
    for (const [name, to] of Object.entries(writers)) {
      const sentences = to(record)
        .split(/\n|<\/?p>/)
        .filter((s) => s !== '')
      if (show && i === 0) print(name, sentences)
      for (const [n, wanted] of told.entries()) {
        const seen = figuresIn(sentences[n] ?? '')
        if (seen.sort().join() !== wanted.sort().join()) {
          throw new Error(`On ${record.full}, sentence ${n + 1}: ${name} tells ${seen}, Nib tells ${wanted}`)
        }
      }
    }
  }
  tell('texts compared: the four tell the same figures', String(records.length).padStart(8))
}

const plain = (text) => text.replace(/ per cent$/, '')
const named = /\b(?:zero|one|two|three|four|five|six|seven|eight|nine)\b/

/** Figures of a sentence: numbers that are no years, and numbers in words. */
function figuresIn(sentence) {
  const found = sentence.match(new RegExp(`\\d[\\d,]*(?:\\.\\d+)?|${named.source}`, 'g')) ?? []
  return found.map((f) => f.replace(/,$/, '')).filter((f) => !/^20\d\d$/.test(f))
}

function print(name, sentences) {
  console.log(`\n  ${name}:`)
  for (const sentence of sentences) console.log(`    ${sentence}`)
}
