#!/usr/bin/env node
import { realEffects } from './effects.ts'
import { type Ending, run } from './program.ts'

const effects = realEffects()
const ending: Ending = { status: 0 }

// A reader that has seen enough (nib brief … | head) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') {
    effects.note(`nib: cannot write to standard output: ${error.code ?? error.message}\n`)
    ending.status = 2
  }
  process.exit(ending.status)
})

process.exitCode = await run(process.argv.slice(2), effects, ending)
