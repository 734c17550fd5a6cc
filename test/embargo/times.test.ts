import { expect, test } from 'vitest'
import { brief } from '../../src/commands/brief.ts'
import { order, sound, world } from '../cli/desk.ts'
import { definition, load, merged, problems } from '../fixtures/small.ts'

const refusedFor = (times: object) => problems(() => load(merged(definition, times as never)))

test('times are those of London, where no offset is given, and are kept as London shows them', () => {
  const { published, next } = load(
    merged(definition, { published: '2024-01-31T09:30', next: '2024-07-24T08:30:00Z' }),
  ).definition
  expect([published, next]).toEqual(['2024-01-31T09:30:00+00:00', '2024-07-24T09:30:00+01:00'])
})

test.each([
  ['an hour that clocks leave out', { published: '2024-03-31T01:30' }],
  ['no time', { published: '2024-07-24' }],
  ['words', { published: 'Wednesday 9.30am' }],
  ['no such day', { next: '2024-02-30T09:30' }],
  ['the next edition before this one', { next: '2023-12-31T09:30' }],
  ['the next edition with this one', { next: '2024-01-01T09:30' }],
])('%s is refused, with its line', (_, times) => {
  const found = refusedFor(times)
  expect(found.map(({ code }) => code)).toEqual(['bad-definition'])
  expect(found[0]!.place.line).toBeGreaterThan(1)
})

const next = `${sound}2015,North,345\n2015,South,215\n2015,East,425\n`
const files = {
  '/new.csv': next,
  '/same.csv': sound,
  '/revised.csv': sound.replace('2013,North,310', '2013,North,311'),
}

async function usable(path: string, changes: object, now: string) {
  const effects = world({ files, changes: changes as never })
  await brief('small', order({ area: 'north', format: 'json', file: { main: path } }), {
    ...effects,
    now: () => new Date(now),
  })
  const [path1, text] = [...effects.disk].find(([file]) => file.startsWith('/out/'))!
  const { release, ...made } = JSON.parse(String(text)) as { usable: boolean; release: { publishedAt: string | null } }
  return [made.usable, release.publishedAt, path1.split('/')[3]]
}

test('files with other figures than the shipped ones wait for the time of the next edition', async () => {
  const stated = { next: '2024-07-24T09:30' }
  const iso = '2024-07-24T09:30:00+01:00'
  for (const path of ['/new.csv', '/revised.csv']) {
    expect(await usable(path, stated, '2024-07-24T08:29:59Z')).toEqual([false, iso, '2024-07-24'])
    expect(await usable(path, stated, '2024-07-24T08:30:00Z')).toEqual([true, iso, '2024-07-24'])
    // The time of the edition before says nothing of these figures.
    expect(await usable(path, {}, '2099-01-01T00:00:00Z')).toEqual([false, null, 'unpublished'])
  }
})

test('the shipped figures, from whatever file, are as public as they were', async () => {
  expect(await usable('/same.csv', {}, '2024-02-01T12:00:00Z')).toEqual([
    true,
    '2024-01-01T09:30:00+00:00',
    '2024-01-01',
  ])
})

test('a time that lies before the table’s last period has ended is that of an earlier edition: nobody wrote down this one’s', async () => {
  const one = async (published: string) => {
    const effects = world({ changes: { published } })
    await brief('small', order({ area: 'north', format: 'json' }), effects)
    const [, text] = [...effects.disk].find(([file]) => file.startsWith('/out/'))!
    const { usable, caveats } = JSON.parse(String(text)) as { usable: boolean; caveats: string[] }
    return [usable, caveats.filter((note) => note.includes('earlier edition')).length]
  }
  // The table tells of 31 December 2014.
  expect(await one('2014-12-30T09:30')).toEqual([false, 1])
  expect(await one('2014-12-31T09:30')).toEqual([true, 0])
  const effects = world({ files, changes: { published: '2013-01-01T09:30', next: '2014-12-31T09:30' } })
  await brief('small', order({ area: 'north', format: 'json', file: { main: '/new.csv' } }), effects)
  expect(String([...effects.disk].find(([file]) => file.startsWith('/out/'))![1])).toContain('"usable": false')
})
