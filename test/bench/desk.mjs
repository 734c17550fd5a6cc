import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { writeLibrary } from './made-up.mjs'
import { median } from './median.mjs'
import { cli, temporary } from './places.mjs'
import { heading, judge, seconds, tell } from './print.mjs'

const dist = join(cli, '..')
const load = (path) => import(pathToFileURL(join(dist, path)).href)
const rounds = 25

/** The pages of the desk with 100 drafts and with 10,000, in one process, by turns: what a person waits for. */
export async function desk({ quick }) {
  heading('The desk: its pages, on made-up data')
  const { Session } = await load('desk/session.js')
  const { deskApp } = await load('desk/app.js')
  const { realEffects } = await load('effects.js')
  const effects = { ...realEffects(), note: () => {} }
  const sizes = [100, quick ? 1000 : 10000]
  const apps = new Map()
  for (const areas of sizes) {
    const folder = temporary()
    writeLibrary(folder, areas)
    const library = { data: join(folder, 'data'), templates: join(folder, 'templates') }
    const session = new Session({ release: 'made-up', library, files: {} }, join(folder, 'output'), effects)
    const began = performance.now()
    await session.make('bench')
    tell(
      `making, reading back and keeping ${areas.toLocaleString('en-GB')} drafts`,
      seconds((performance.now() - began) / 1000),
    )
    apps.set(areas, {
      session,
      app: deskApp(session, { host: '127.0.0.1', port: 4747, token: null }, 'bench', effects),
    })
  }
  const paths = {
    'the first screen of the list': () => '/',
    'search by area': (session, i) => `/?q=${encodeURIComponent(nameOf(session, (i * 7) % 100))}`,
    'sort by area': () => '/?sort=area',
    'opening a draft': (session, i) => `/d/${[...session.archive.drafts().keys()][(i * 13) % 100]}`,
  }
  for (const [name, path] of Object.entries(paths)) {
    const taken = new Map(sizes.map((areas) => [areas, []]))
    for (let i = 0; i < rounds; i++)
      for (const [areas, { app, session }] of apps) {
        const began = performance.now()
        const response = await app.request(`http://127.0.0.1:4747${path(session, i)}`)
        const text = await response.text()
        if (response.status !== 200 || text.length < 1000) throw new Error(`${path(session, i)}: ${response.status}`)
        if (i > 2) taken.get(areas).push(performance.now() - began)
      }
    const [few, many] = sizes.map((areas) => median(taken.get(areas)))
    tell(
      name,
      `${few.toFixed(1)} ms with ${sizes[0]} drafts, ${many.toFixed(1)} ms with ${sizes[1].toLocaleString('en-GB')}`,
    )
    judge(`${name}, the one over the other`, many / few, { atMost: name === 'opening a draft' ? 1.5 : 3 })
  }
}

const nameOf = (session, i) => [...session.archive.drafts().values()][i].shown.area
