import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import carried from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** A browser that is installed, or else the one that a package carries: nothing but `npm ci` is needed. */
export async function browser(): Promise<Browser> {
  const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'].find(existsSync)
  return chromium.launch({
    executablePath: installed ?? (await carried.executablePath()),
    args: installed ? [] : carried.args,
  })
}

/** The desk as a person opens it: the command, on a table that may be revised. */
export interface OpenDesk {
  url: string
  /** Writes the table anew. */
  revise(change: (csv: string) => string): void
  close(): void
}

export async function openDesk(): Promise<OpenDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'nib-desk-'))
  const table = join(folder, 'workforce.csv')
  writeFileSync(table, readFileSync(join(root, 'data/police-workforce/workforce.csv')))
  const options = ['--port', '0', '--who', 'Ann', '--out', join(folder, 'output'), '--file', `workforce=${table}`]
  const process = spawn(globalThis.process.execPath, [
    join(root, 'dist/cli.js'),
    'desk',
    'police-workforce',
    ...options,
  ])
  const url = await said(process)
  return {
    url,
    revise: (change) => writeFileSync(table, change(readFileSync(table, 'utf8'))),
    close() {
      process.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The address that the command prints. */
function said(process: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let text = ''
    const look = (more: Buffer): void => {
      text += more.toString()
      const url = /http:\/\/[^\s/]+/.exec(text)?.[0]
      if (url) found(url)
    }
    process.stdout!.on('data', look)
    process.stderr!.on('data', (more: Buffer) => {
      text += more.toString()
    })
    process.on('close', () => failed(new Error(text)))
  })
}
