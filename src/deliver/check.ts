import { normalize } from 'node:path'
import { type Place, type Problem, problem } from '../messages.ts'
import { channelKey, type DeliveryFile, variable } from './delivery-schema.ts'

type Where = (path: readonly PropertyKey[]) => Place
type Settings = DeliveryFile['channels'][string]
type Say = (setting: keyof Settings | undefined, meant: string, seen?: unknown) => Problem

const ofFolders = ['formats', 'feeds'] as const
const ofPushes = ['format', 'secret', 'retries', 'timeout'] as const

/** What the shape alone does not tell: what one setting asks of another, and what must not be shown where it is wrong. */
export function checkDelivery({ provider, channels }: DeliveryFile, where: Where, now: Date): Problem[] {
  const about = (path: readonly string[], meant: string, seen?: unknown) =>
    problem('bad-definition', where(path), { path: path.join('.'), seen, meant })
  const named = Object.entries(channels)
  const folders = named.map(([, { folder }]) => folder && normalize(`${folder}/`))
  return [
    // RFC 4151, 2.1: nobody can say today who will have the name.
    ...(provider.since > now.toISOString().slice(0, 10)
      ? [about(['provider', 'since'], 'a day that has been was meant', provider.since)]
      : []),
    ...(named.length === 0 ? [about(['channels'], 'at least one channel was meant')] : []),
    ...named.flatMap(([key, settings], i) => [
      ...(channelKey.test(key) ? [] : [about(['channels', key], 'lower-case words joined by hyphens were meant', key)]),
      ...checkChannel(settings, (setting, meant, seen) =>
        about(['channels', key, ...(setting === undefined ? [] : [setting])], meant, seen),
      ),
      ...(folders[i] !== undefined && folders.indexOf(folders[i]) < i
        ? [
            about(
              ['channels', key, 'folder'],
              'a folder of its own was meant: another channel has this one',
              settings.folder,
            ),
          ]
        : []),
    ]),
  ]
}

function checkChannel(it: Settings, say: Say): Problem[] {
  if ((it.folder === undefined) === (it.push === undefined))
    return [
      say(
        undefined,
        it.folder === undefined ? '“folder” or “push” is missing' : 'either “folder” or “push” was meant, not both',
      ),
    ]
  const [kind, needed, others] =
    it.folder === undefined
      ? (['push', ['format', 'secret'], ofFolders] as const)
      : (['folder', ['formats'], ofPushes] as const)
  return [
    ...needed
      .filter((name) => it[name] === undefined)
      .map((name) => say(undefined, `“${name}” is missing: a ${kind} needs it`)),
    ...others
      .filter((name) => it[name] !== undefined)
      .map((name) => say(name, `there is no such setting of a ${kind}`)),
    ...(new Set(it.formats).size < (it.formats?.length ?? 0) ? [say('formats', 'each format once was meant')] : []),
    ...(kind === 'push' ? checkUrl(it.push!, say) : []),
    ...(kind === 'push' && it.secret !== undefined ? checkName(it.secret, say) : []),
  ]
}

const loopback = ['127.0.0.1', '[::1]', 'localhost']

/** Of an address that may hold a password, or a token in its query, at most the host is shown. */
function checkUrl(text: string, say: Say): Problem[] {
  if (!URL.canParse(text))
    return [say('push', 'the address of an endpoint was meant, as https://cms.example.org/items')]
  const url = new URL(text)
  if (url.username !== '' || url.password !== '')
    return [
      say('push', 'an address without name and password was meant: they would be sent and kept with it', url.host),
    ]
  if (url.protocol === 'https:' || (url.protocol === 'http:' && loopback.includes(url.hostname))) return []
  const why =
    'https was meant: over anything else the copy can be read and changed on its way (http is for this machine alone)'
  return [say('push', why, `${url.protocol}//${url.host}`)]
}

const checkName = (secret: unknown, say: Say): Problem[] =>
  typeof secret === 'string' && variable.test(secret)
    ? []
    : [
        say(
          'secret',
          'the name of an environment variable was meant, in capitals, digits and _, never the secret itself (what stands there is not shown; if it was the secret, make another)',
        ),
      ]
