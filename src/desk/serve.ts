import { serve } from '@hono/node-server'
import type { Hono } from 'hono'

export interface Served {
  port: number
  close(): Promise<void>
}

/**
 * Listens. @param port 0 for any that is free
 * @throws the system's error, such as EADDRINUSE
 */
export function listen(make: (port: number) => Hono, host: string, port: number): Promise<Served> {
  return new Promise((resolve, reject) => {
    let app: Hono | null = null
    const server = serve(
      { fetch: (request, env) => app!.fetch(request, env), hostname: host, port, overrideGlobalObjects: false },
      (info) => {
        app = make(info.port)
        resolve({
          port: info.port,
          close: () => new Promise((closed) => void server.close(() => closed())),
        })
      },
    )
    server.on('error', reject)
  })
}
