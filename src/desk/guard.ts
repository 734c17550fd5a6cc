import { timingSafeEqual } from 'node:crypto'
import { hostname, networkInterfaces } from 'node:os'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { secureHeaders } from 'hono/secure-headers'

/** What the desk is bound to. */
export interface Bound {
  host: string
  port: number
  /** Wanted of every request, where others than this machine can reach the desk. */
  token: string | null
}

const loopback = ['127.0.0.1', 'localhost', '[::1]']
const every = ['0.0.0.0', '::', '[::]']

/** Whether only this machine can reach what is bound to a host. */
export const isLoopback = (host: string): boolean =>
  /^127\.\d+\.\d+\.\d+$/.test(host) || ['localhost', '::1', '[::1]'].includes(host)

const inUrl = (host: string): string => (host.includes(':') && !host.startsWith('[') ? `[${host}]` : host).toLowerCase()

/** The names by which a browser may ask for the desk: any other name is one that somebody else's server was given. */
export function hostsOf({ host, port }: Bound): ReadonlySet<string> {
  const own = Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map((one) => inUrl(one.address)))
  const names = isLoopback(host)
    ? [...loopback, inUrl(host)]
    : every.includes(host)
      ? [...loopback, ...own, hostname().toLowerCase()]
      : [inUrl(host)]
  return new Set(names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`])))
}

const hostOf = (c: Context): string => (c.req.header('host') ?? new URL(c.req.url).host).toLowerCase()

/**
 * What is told to the browser of every page: nothing but this server's own script, style and pictures; nothing inline; no frame.
 * The referrer is sent to the desk itself, for browsers tell the origin of a form only where they may tell the referrer.
 */
export const headers = (): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    strictTransportSecurity: false,
  })

const no = (c: Context, status: 400 | 401 | 403 | 405, why: string): Response => c.text(`${why}\n`, status)

/** Another site's name that was made to point here is no name of the desk's. */
export function knownHost(hosts: ReadonlySet<string>): MiddlewareHandler {
  return async (c, next) => {
    if (!hosts.has(hostOf(c))) return no(c, 403, 'The desk is not known by this name.')
    return next()
  }
}

/** A change is a POST, and comes from a page of the desk. */
export const sameOrigin: MiddlewareHandler = async (c, next) => {
  const { method } = c.req
  if (method === 'GET' || method === 'HEAD') return next()
  if (method !== 'POST') return no(c, 405, 'The desk knows GET and POST.')
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  const own = origin === undefined ? site === 'same-origin' : origin.toLowerCase() === `http://${hostOf(c)}`
  if (!own || (site !== undefined && site !== 'same-origin'))
    return no(c, 403, 'Changes are taken from the pages of the desk alone.')
  return next()
}

const isSame = (a: string, b: string): boolean => {
  const [x, y] = [Buffer.from(a), Buffer.from(b)]
  return x.length === y.length && timingSafeEqual(x, y)
}

/** Where a token is wanted, it comes with the address once and is kept as a cookie that no script and no other site can use. */
export function withToken(token: string | null): MiddlewareHandler {
  return async (c, next) => {
    if (token === null) return next()
    const given = c.req.query('token')
    if (given !== undefined && isSame(given, token)) {
      setCookie(c, 'nib-token', token, { httpOnly: true, sameSite: 'Strict', path: '/' })
      const url = new URL(c.req.url)
      url.searchParams.delete('token')
      return c.redirect(`${url.pathname}${url.search}`, 303)
    }
    if (!isSame(getCookie(c, 'nib-token') ?? '', token))
      return no(c, 401, 'Open the desk by the address with the token that was printed when it was started.')
    return next()
  }
}
