import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type * as z from 'zod'
import type { Effects } from '../effects.ts'
import { NibError } from '../messages.ts'
import { readAssets } from './assets.ts'
import { draftRoutes } from './draft-routes.tsx'
import { type Bound, headers, hostsOf, knownHost, sameOrigin, withToken } from './guard.ts'
import type { Frame } from './pages/layout.tsx'
import { countOf, List, Rows, screen } from './pages/list.tsx'
import { Message } from './pages/message.tsx'
import { faultOf, most, type Posted, posted } from './posted.ts'
import type { Session } from './session.ts'
import { viewOf } from './views.ts'
import { keepWho, whoOf } from './who.ts'

/** What the routes share. */
export interface Shared {
  session: Session
  frame: (c: Context) => Frame
  /** What was sent, checked; or the page that says what is wrong with it. */
  read: <K extends keyof typeof posted>(c: Context, kind: K) => Promise<Posted<K> | Response>
  page: (c: Context, page: unknown, status?: 200 | 400 | 404 | 409 | 413 | 422 | 500) => Response | Promise<Response>
}

/**
 * The desk as a web application, without a socket.
 * @param who whose name stands in the forms until somebody gives another
 */
export function deskApp(session: Session, bound: Bound, who: string, effects: Effects): Hono {
  const app = new Hono()
  const assets = readAssets(effects)
  const frame = (c: Context): Frame => ({
    session,
    asset: (name) => assets.get(name)!.path,
    who: whoOf(c, who),
  })
  const page: Shared['page'] = (c, content, status = 200) => c.html(`<!doctype html>${String(content)}`, status)
  const read: Shared['read'] = async (c, kind) => {
    const isJson = c.req.header('content-type')?.startsWith('application/json') === true
    const body: unknown = isJson ? await c.req.json().catch(() => null) : await c.req.parseBody()
    const checked = (posted[kind] as z.ZodType).safeParse(body)
    if (checked.success) return checked.data as never
    const why = faultOf(checked.error)
    if (isJson) return c.json({ error: why }, 400)
    return page(c, <Message frame={frame(c)} title="That cannot be taken" lines={[`It was not saved. ${why}.`]} />, 400)
  }
  const shared: Shared = { session, frame, read, page }

  app.use(headers(), knownHost(hostsOf(bound)), withToken(bound.token), sameOrigin)
  app.use(bodyLimit({ maxSize: most.body, onError: (c) => c.text('That is more than the desk takes.\n', 413) }))
  app.use(async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
  })

  for (const [name, { text, type }] of assets)
    app.get(`/assets/${name}`, (c) =>
      c.body(text, 200, { 'content-type': type, 'cache-control': 'max-age=31536000, immutable' }),
    )

  app.get('/', (c) => {
    const view = viewOf((name) => c.req.query(name), session.period)
    const shown = Math.max(screen, Math.min(Number(c.req.query('n')) || 0, 100_000))
    const said = c.req.query('made') === undefined ? undefined : madeText(session)
    return page(c, <List frame={frame(c)} view={view} shown={shown} {...(said === undefined ? {} : { said })} />)
  })

  app.get('/rows', (c) => {
    const view = viewOf((name) => c.req.query(name), session.period)
    const from = Math.max(0, Math.floor(Number(c.req.query('from')) || 0))
    c.header('x-count', encodeURIComponent(countOf(session, view)))
    return c.html(<Rows session={session} view={view} from={from} to={from + screen} />)
  })

  app.get('/run', (c) => c.json(session.running))

  app.post('/make', async (c) => {
    const sent = await read(c, 'make')
    if (sent instanceof Response) return sent
    if (session.running)
      return page(
        c,
        <Message frame={frame(c)} title="Already on it" lines={['The drafts are being made again now.']} />,
        409,
      )
    try {
      await session.make(sent.who)
    } catch (error) {
      if (!(error instanceof NibError)) throw error
      const lines = ['Nothing was changed. The files cannot be used as they are:', ...error.message.split('\n')]
      return page(c, <Message frame={frame(c)} title="The drafts were not made" lines={lines} />, 422)
    }
    keepWho(c, sent.who)
    return c.redirect('/?made', 303)
  })

  draftRoutes(app, shared)

  app.notFound((c) =>
    page(
      c,
      <Message frame={frame(c)} title="There is no such page" lines={['Nothing stands at this address.']} />,
      404,
    ),
  )
  app.onError((error, c) => {
    const lines = error instanceof NibError ? error.message.split('\n') : ['This should not have happened.']
    effects.note(`nib: ${error.message}\n`)
    return page(c, <Message frame={frame(c)} title="That did not work" lines={lines} />, 500)
  })
  return app
}

/** What the last run came to. */
function madeText({ last }: Session): string | undefined {
  if (last === null) return undefined
  const { fresh, changed, same, held } = last
  const parts = [
    ...(fresh > 0 ? [`${fresh.toLocaleString('en-GB')} new`] : []),
    ...(changed > 0 ? [`${changed.toLocaleString('en-GB')} changed`] : []),
    ...(held > 0 ? [`${held.toLocaleString('en-GB')} with an edit that waits`] : []),
    `${same.toLocaleString('en-GB')} as they were`,
  ]
  return `Made again: ${parts.join(', ')}.`
}
