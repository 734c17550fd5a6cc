import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { cleaned } from '../verify/cleaned.ts'
import { most } from './posted.ts'

/** Whose name stands in the forms: the last one given in this browser. */
export const whoOf = (c: Context, otherwise: string): string =>
  cleaned(getCookie(c, 'nib-who') ?? otherwise).slice(0, most.name)

export const keepWho = (c: Context, who: string): void =>
  setCookie(c, 'nib-who', who, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: 60 * 60 * 24 * 365 })
