import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { realEffects } from '../effects.ts'
import { loadEdition } from '../plan/edition.ts'
import { loadRules } from '../plan/load-rules.ts'
import { loadStyle } from '../prose/load-style.ts'
import { wordingsOf } from '../prose/template.ts'
import { record } from '../ready.ts'
import { loadRelease, releaseNames } from '../release/load.ts'

// Run by the build: reads every shipped definition and compiles every shipped rule, and keeps what came of it.
const root = fileURLToPath(new URL('../..', import.meta.url))
const library = { data: join(root, 'data'), templates: join(root, 'templates') }
const effects = realEffects()
const yaml: Record<string, Record<string, unknown>> = {}
const templates = new Map<string, string>()
record({
  yaml(kind, text, value) {
    yaml[kind] ??= {}
    yaml[kind][text] = value
  },
  template: (key, source) => void templates.set(key, source()),
})
const names = (folder: string) => effects.files(folder).map((file) => file.replace(/\.yaml$/, ''))
const folders = [join(library.templates, 'rules')]
for (const release of releaseNames(library, effects))
  folders.push(join(loadRelease(release, library, effects).folder, 'templates'))
for (const folder of folders) for (const rule of loadRules([folder], effects)) wordingsOf(rule)
const editions = [library.templates, ...releaseNames(library, effects).map((name) => join(library.data, name))]
for (const folder of editions.map((one) => join(one, 'editions')))
  for (const name of names(folder)) loadEdition([folder], name, effects)
for (const name of names(join(library.templates, 'styles'))) loadStyle(join(library.templates, 'styles'), name, effects)
const compiled = [...templates].map(([key, source]) => `${JSON.stringify(key)}: ${source}`)
writeFileSync(
  new URL('../ready-made.js', import.meta.url),
  `export const ready = { yaml: ${JSON.stringify(yaml)}, templates: {\n${compiled.join(',\n')}\n} }\n`,
)
// The compiler writes no mode, and a command that cannot be run is none.
chmodSync(new URL('../cli.js', import.meta.url), 0o755)
