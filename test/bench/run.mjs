// Measures the built engine: npm --prefix test/bench run bench -- [--quick] [--show] [--only=NAME,…] [TABLE.ods]
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { desk } from './desk.mjs'
import { growth } from './growth.mjs'
import { large } from './large.mjs'
import { ods } from './ods.mjs'
import { cli } from './places.mjs'
import { finish } from './print.mjs'
import { watch } from './watch.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean' }, show: { type: 'boolean' }, only: { type: 'string' } },
})
if (!existsSync(cli)) throw new Error('The engine is not built: run npm run build first.')

// Loaded once it is known that there is an engine to load.
const { startUp, wholeProcess } = await import('./whole-process.mjs')
const { realisation } = await import('./realisation.mjs')

const parts = {
  whole: wholeProcess,
  large,
  ods: () => ods(positionals[0] ?? process.env.NIB_ODS),
  watch: () => watch(positionals[0] ?? process.env.NIB_ODS),
  realisation: () => realisation({ show: values.show }),
  growth: () => growth({ quick: values.quick }),
  desk: () => desk({ quick: values.quick }),
  help: startUp,
}
const wanted = values.only?.split(',') ?? Object.keys(parts)
const unknown = wanted.find((name) => !(name in parts))
if (unknown) throw new Error(`There is no part ${unknown}; there are ${Object.keys(parts).join(', ')}.`)

console.log(`Node ${process.version}. Each ratio is from runs by turns; what is shown is the median.`)
for (const name of wanted) await parts[name]()
finish()
