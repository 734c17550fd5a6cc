import { fileURLToPath } from 'node:url'
import rosaenlg from 'rosaenlg'

const template = fileURLToPath(new URL('brief.pug', import.meta.url))

/** RosaeNLG as it is used in Node: the template is compiled at its first use and kept. */
export function writer() {
  let seed = 0
  return (record) =>
    rosaenlg.renderFile(template, {
      language: 'en_US',
      cache: true,
      compileDebug: false,
      forceRandomSeed: seed++,
      record,
      force: { full: record.full, short: record.short },
    })
}
