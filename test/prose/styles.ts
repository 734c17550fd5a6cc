import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Style } from '../../src/prose/style.ts'

const load = (name: string): Style =>
  parse(readFileSync(new URL(`../../templates/styles/${name}.yaml`, import.meta.url), 'utf8')) as Style

/** The shipped house styles, as the tests of single functions need them. */
export const styles = { pa: load('pa'), local: load('local') }
