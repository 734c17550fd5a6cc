import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Endpoint } from '../../src/deliver/attempt.ts'
import type { Net } from '../../src/deliver/net.ts'
import { Secret } from '../../src/deliver/secret.ts'

/** What came in, as it came. */
export interface Got {
  headers: IncomingMessage['headers']
  path: string
  body: Buffer
  socket: Socket
}

type Answer = (got: Got, response: ServerResponse) => void
export const plainly =
  (status: number, headers: Record<string, string> = {}, text = ''): Answer =>
  (_, response) =>
    void response.writeHead(status, headers).end(text)

export interface Receiver {
  url: string
  got: Got[]
  /** One item a key, the first that came. */
  items: Map<string, Buffer>
  /** Keys under which another body came. */
  altered: string[]
  /** The next answers, one a request; after the last: 200, and the item is kept. */
  next: (Answer | 'keep')[]
  close: () => Promise<void>
}

/** A receiver on loopback that does as docs/delivery.md asks, but for what it is told to answer. */
export async function receiver(): Promise<Receiver> {
  const it: Omit<Receiver, 'url' | 'close'> = { got: [], items: new Map(), altered: [], next: [] }
  const server: Server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    try {
      for await (const part of request) parts.push(part as Buffer)
    } catch {
      // Who sent it was killed on the way: nothing came.
      return
    }
    const got = {
      headers: request.headers,
      path: request.url ?? '',
      body: Buffer.concat(parts),
      socket: request.socket,
    }
    it.got.push(got)
    const answer = it.next.shift() ?? 'keep'
    if (answer !== 'keep') return answer(got, response)
    keep(it, got)
    response.end('{}')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done())
      server.closeAllConnections()
    })
  return Object.assign(it, { url: `http://127.0.0.1:${port}/items`, close })
}

export function keep(it: Pick<Receiver, 'items' | 'altered'>, { headers, body }: Got): void {
  const key = String(headers['webhook-id'])
  const had = it.items.get(key)
  if (had === undefined) it.items.set(key, body)
  else if (!had.equals(body)) it.altered.push(key)
}

export const secretText = `whsec_${Buffer.from('a secret of thirty-two bytes !!!').toString('base64')}`
export const secret = new Secret(Buffer.from('a secret of thirty-two bytes !!!'))
export const to = (url: string, retries = 5): Endpoint & { retries: number } => ({ url, secret, retries, timeout: 10 })

export interface TestNet extends Net {
  /** What was waited for between tries, in milliseconds. */
  waited: number[]
  /** The time of every try under way is over. */
  expire: () => void
  /** Of how many tries the time is still counted. */
  running: () => number
}

/** The real network, with a clock that goes on by a second for each look, and no waiting. */
export function testNet(more: Partial<Net> = {}): TestNet {
  const running = new Set<() => void>()
  const waited: number[] = []
  let at = Date.now()
  return {
    fetch,
    waited,
    now: () => {
      at += 1000
      return new Date(at)
    },
    async sleep(milliseconds) {
      waited.push(milliseconds)
    },
    after(_, go) {
      running.add(go)
      return () => running.delete(go)
    },
    running: () => running.size,
    random: () => 0.5,
    expire: () => {
      for (const go of running) go()
    },
    ...more,
  }
}
