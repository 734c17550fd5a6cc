import { expect, test } from 'vitest'
import type { ReleaseOptions } from '../../src/commands/release.ts'
import { refusal, sound } from '../cli/desk.ts'
import { newsroom, wire } from './desk.ts'

const names = (folder: Record<string, string>) => Object.keys(folder).sort()

test('what is approved goes to the channels that take its area, once', async () => {
  const room = newsroom()
  await room.make()
  expect(await room.run()).toMatchObject({ status: 0, out: '' })
  room.approve('north', 'east')
  expect(await room.run()).toMatchObject({ status: 0 })
  expect(names(room.folder('/wire'))).toEqual([
    'small-2014-east-local-v1.ninjs.json',
    'small-2014-east-local-v1.txt',
    'small-2014-north-local-v1.ninjs.json',
    'small-2014-north-local-v1.txt',
  ])
  expect(names(room.folder('/northern'))).toEqual(['feeds/small-north.atom', 'small-2014-north-local-v1.html'])
  const before = [...room.effects.disk]
  expect((await room.run()).status).toBe(0)
  expect([...room.effects.disk]).toEqual(before)
})

test('before its figures are public nothing leaves, and at the second itself it does', async () => {
  const room = newsroom({ published: '2024-02-01T12:00:01Z' })
  await room.make()
  room.approve()
  const held = await room.run()
  expect(held).toMatchObject({ status: 1, out: '' })
  expect(held.note).toContain('4 drafts approved, wait until 12.00.01pm on Thursday February 1 2024 (GMT)')
  expect(room.folder('/wire')).toEqual({})
  room.effects.clock.now += 1000
  expect((await room.run()).status).toBe(0)
  expect(names(room.folder('/wire'))).toHaveLength(8)
  for (const text of Object.values(room.folder('/wire'))) expect(text).not.toContain('WITHHELD')
})

test('--wait lets it out at its time, and at the later one where it is put off meanwhile', async () => {
  const room = newsroom({ published: '2024-02-01T12:10:00Z' })
  await room.make()
  room.approve()
  const definition = String(room.effects.disk.get('/lib/data/small/release.yaml'))
  const { wait } = room.effects
  let waited = 0
  const effects = Object.assign(room.effects, {
    wait: (ms: number) => {
      waited += ms
      if (waited === 60_000)
        room.effects.disk.set('/lib/data/small/release.yaml', definition.replace('12:10:00Z', '12:30:00Z'))
      expect(room.folder('/wire')).toEqual({})
      return wait(ms)
    },
  })
  expect((await room.run({ wait: true })).status).toBe(0)
  expect(effects.now()).toEqual(new Date('2024-02-01T12:30:00Z'))
  expect(names(room.folder('/wire'))).toHaveLength(8)
})

test('without a time nothing leaves, whatever the clock', async () => {
  const room = newsroom({ published: undefined })
  await room.make()
  room.approve()
  room.effects.clock.now = Date.parse('2099-01-01T00:00:00Z')
  const { status, note } = await room.run({ wait: true })
  expect([status, room.folder('/wire')]).toEqual([1, {}])
  expect(note).toContain('no time of publication is stated')
})

test('an override has a name and a reason: both are kept, and stand on what went', async () => {
  const room = newsroom({ published: '2024-02-02T09:30:00Z' })
  await room.make()
  room.approve('north')
  const reason = 'the department published at noon'
  expect((await room.run({ early: true, reason, who: 'Jo Night' })).status).toBe(0)
  const text = room.folder('/wire')['small-2014-north-local-v1.txt']!
  expect(text).toContain('Released by Jo Night before its figures were public: the department published at noon')
  expect(text).not.toContain('WITHHELD')
  const told = room
    .archive()
    .entries()
    .find((e) => e.what === 'released')
  expect(told).toMatchObject({ who: 'Jo Night', early: reason })
})

const refused: [string, Partial<ReleaseOptions>][] = [
  ['an override without a reason', { early: true }],
  ['an override with an empty one', { early: true, reason: ' ' }],
  ['an override without a name', { early: true, reason: 'out already', who: undefined as never }],
  ['a reason for nothing', { reason: 'why not' }],
  ['a withdrawal without a reason', { withdraw: 'north' }],
  ['a withdrawal that waits', { withdraw: 'north', reason: 'wrong', wait: true }],
  ['a withdrawal of what is not out', { withdraw: 'north', reason: 'wrong' }],
  ['a rehearsal of what is not public', { rehearsal: true, early: true, reason: 'to try' }],
]
test.each(refused)('%s is refused, and nothing leaves', async (_, options) => {
  const room = newsroom()
  await room.make()
  room.approve()
  expect((await refusal(() => room.run(options))).map(({ code }) => code)).toEqual(['bad-usage'])
  expect(room.folder('/wire')).toEqual({})
})

test('sample data leaves as a rehearsal alone, and says so in every format', async () => {
  const room = newsroom({ status: 'sample' })
  await room.make()
  room.approve('north')
  const held = await room.run()
  expect([held.status, room.folder('/wire')]).toEqual([1, {}])
  expect(held.note).toContain('North: it is made from sample data: --rehearsal')
  expect((await room.run({ rehearsal: true })).status).toBe(0)
  const files = { ...room.folder('/wire'), ...room.folder('/northern') }
  expect(names(files)).toEqual([
    'small-2014-north-local-v1-rehearsal.html',
    'small-2014-north-local-v1-rehearsal.ninjs.json',
    'small-2014-north-local-v1-rehearsal.txt',
  ])
  for (const [name, text] of Object.entries(files)) {
    expect(text, name).toContain('REHEARSAL, NOT FOR PUBLICATION')
    expect(text, name).toContain('SAMPLE DATA, NOT FOR PUBLICATION')
    if (name.endsWith('.json')) expect(JSON.parse(text)).toMatchObject({ pubStatus: 'withheld' })
  }
})

test('a rehearsal takes no figures that are not public, and no version number of the real thing', async () => {
  const embargoed = newsroom({ published: '2024-02-02T09:30:00Z' })
  await embargoed.make()
  embargoed.approve()
  expect((await embargoed.run({ rehearsal: true })).status).toBe(1)
  expect(embargoed.folder('/wire')).toEqual({})
  const room = newsroom()
  await room.make()
  room.approve('north')
  await room.run({ rehearsal: true })
  await room.run()
  expect(JSON.parse(room.folder('/wire')['small-2014-north-local-v1.ninjs.json']!)).toMatchObject({
    version: '1',
    pubStatus: 'usable',
  })
})

test('a draft that is not approved as it stands stays', async () => {
  const room = newsroom()
  await room.make()
  room.approve('north')
  const archive = room.archive()
  const { draft, version } = archive.drafts().get('2014/north/local')!
  archive.edit(draft, version, 0, 'North has officers', 'Ben', () => archive.drafts().get(draft)!.shown)
  expect(await room.run()).toMatchObject({ status: 0, out: '' })
  expect(room.folder('/wire')).toEqual({})
})

test('an edit that the data do not bear out does not leave, though it was approved', async () => {
  const room = newsroom()
  await room.make()
  const archive = room.archive()
  const { draft, version, shown } = archive.drafts().get('2014/north/local')!
  const edited = archive.edit(
    draft,
    version,
    2,
    'There were 999 officers at the end of December 2014.',
    'Ben',
    () => shown,
  )
  archive.decide(draft, edited.version, 'approved', 'Ben')
  const { status, note } = await room.run()
  expect([status, room.folder('/wire')]).toEqual([1, {}])
  expect(note).toContain('North: what it says is not borne out by the data')
})

test('a revised figure goes as a correction with what it read, under the same id and the next number', async () => {
  const room = newsroom({ next: '2024-02-01T10:00:00Z' })
  await room.make()
  room.approve('north', 'everywhere')
  await room.run()
  room.effects.disk.set('/revised.csv', sound.replace('2014,North,330', '2014,North,331'))
  await room.make('/revised.csv')
  room.approve('north')
  const { status, out } = await room.run()
  expect(status).toBe(0)
  expect(out).toContain('Released: North, version 2 (correction).')
  const [one, two] = [1, 2].map((v) =>
    JSON.parse(
      Object.entries(room.folder('/wire')).find(
        ([name]) => name.includes(`north-local-v${v}`) && name.endsWith('json'),
      )![1],
    ),
  )
  expect([one.uri, one.version, two.version]).toEqual([two.uri, '1', '2'])
  expect(one.uri).toBe('tag:example.org,2024-01-01:small/2014/north/local')
  expect(two.firstCreated).toBe(one.firstCreated)
  expect(two.edNote).toMatch(/CORRECTION\nParagraph two: reads “330”, should read “331”\./)
  expect(room.folder('/wire')['small-2014-north-local-v2-correction.txt']).toContain('CORRECTION')
  // North's own paper has the newest version alone in its feed.
  const feed = room.folder('/northern')['feeds/small-north.atom']!
  expect(feed.match(/<entry>/g)).toHaveLength(1)
  expect(feed).toContain('Correction: ')
})

test('other words alone are an update; the words that are out already are nothing to send', async () => {
  const room = newsroom()
  await room.make()
  room.approve('north')
  await room.run()
  const archive = room.archive()
  const { draft, version, shown } = archive.drafts().get('2014/north/local')!
  const headline = archive.version(version).headline.text
  const once = archive.edit(draft, version, 0, `${headline} again`, 'Ben', () => shown)
  const back = archive.edit(draft, once.version, 0, headline, 'Ben', () => shown)
  archive.decide(draft, back.version, 'approved', 'Ben')
  expect((await room.run()).out).not.toContain('version 2')
  const twice = archive.edit(draft, back.version, 0, `${headline} over`, 'Ben', () => shown)
  archive.decide(draft, twice.version, 'approved', 'Ben')
  expect((await room.run()).out).toContain('Released: North, version 2 (update).')
})

test('a figure that a person had wrong is a correction too', async () => {
  const room = newsroom()
  await room.make()
  const archive = room.archive()
  const { draft, version, shown } = archive.drafts().get('2014/north/local')!
  const wrong = archive.edit(draft, version, 3, 'The force has 12 horses.', 'Ben', () => shown)
  archive.decide(draft, wrong.version, 'approved', 'Ben')
  await room.run()
  const right = archive.edit(draft, wrong.version, 3, 'The force has 21 horses.', 'Ben', () => shown)
  archive.decide(draft, right.version, 'approved', 'Ben')
  expect((await room.run()).out).toBe(
    'Released: North, version 2 (correction).\n  Paragraph three: reads “12”, should read “21”.\nwire: 1 delivered (/wire)\nnorthern: 1 delivered (/northern)\n',
  )
})

test('a withdrawal goes to every channel that has the story, without its words, and ends it', async () => {
  const room = newsroom()
  await room.make()
  room.approve('north')
  await room.run()
  const { status, out } = await room.run({ withdraw: 'North', reason: 'The table was withdrawn.' })
  expect(status).toBe(0)
  expect(out).toContain('Released: North, version 2 (withdrawal).')
  const text = room.folder('/wire')['small-2014-north-local-v2-withdrawn.txt']!
  expect(text).toMatch(/WITHDRAWN\n+The table was withdrawn\./)
  expect(text).not.toMatch(/\d{3}/)
  expect(JSON.parse(room.folder('/wire')['small-2014-north-local-v2-withdrawn.ninjs.json']!)).toMatchObject({
    pubStatus: 'canceled',
    version: '2',
  })
  expect(names(room.folder('/northern'))).toContain('small-2014-north-local-v2-withdrawn.html')
  const again = await refusal(() => room.run({ withdraw: 'North', reason: 'Once more.' }))
  expect(again.map(({ code }) => code)).toEqual(['bad-usage'])
})

test('a dry run tells and sends nothing; of one area, no other goes', async () => {
  const room = newsroom()
  await room.make()
  room.approve()
  const before = [...room.effects.disk]
  expect((await room.run({ dryRun: true })).out.split('\n')).toHaveLength(5)
  expect([...room.effects.disk]).toEqual(before)
  await room.run({ area: 'South' })
  expect(names(room.folder('/wire')).every((name) => name.includes('south'))).toBe(true)
})

test('two at once: the second is told to wait', async () => {
  const room = newsroom()
  await room.make()
  const letGo = room.effects.hold('/out/small/archive/delivering')!
  expect((await refusal(() => room.run())).map(({ code }) => code)).toEqual(['busy'])
  letGo()
  expect((await room.run()).status).toBe(0)
})

const bad: [string, string, RegExp][] = [
  [
    'a folder and an address',
    wire.replace('folder: wire', 'folder: wire, push: "https://example.org"'),
    /bad-definition/,
  ],
  ['an area that is none', wire.replace('[North]', '[Nroth]'), /bad-definition/],
  ['a format that is none', wire.replace('ninjs', 'pdf'), /bad-definition/],
  ['no provider', wire.replace(/^provider.*\n/, ''), /bad-definition/],
  ['a domain that is none', wire.replace('example.org', 'Example Org'), /bad-definition/],
  [
    'an address that is not locked',
    `${wire}  cms: { push: "http://example.org/", format: txt, secret: CMS_SECRET }\n`,
    /bad-definition/,
  ],
  [
    'a password in an address',
    `${wire}  cms: { push: "https://a:b@example.org/", format: txt, secret: CMS_SECRET }\n`,
    /bad-definition/,
  ],
  ['no secret', `${wire}  cms: { push: "https://example.org/", format: txt }\n`, /bad-definition/],
  [
    'a secret in the file',
    `${wire}  cms: { push: "https://example.org/", format: txt, secret: whsec_abc }\n`,
    /bad-definition/,
  ],
  [
    'a variable that is not set',
    `${wire}  cms: { push: "https://example.org/", format: txt, secret: OTHER }\n`,
    /no-secret/,
  ],
]
test.each(bad)('delivery.yaml with %s is refused before anything is released', async (_, file, code) => {
  const room = newsroom({}, file)
  await room.make()
  room.approve()
  const found = await refusal(() => room.run())
  expect(found[0]?.code).toMatch(code)
  expect(found.map(({ text }) => text).join()).not.toContain('whsec_abc')
  expect(
    room
      .archive()
      .entries()
      .some((e) => e.what === 'released'),
  ).toBe(false)
})

test('without a file that says where copy goes, it says what to write', async () => {
  const room = newsroom()
  await room.make()
  expect((await refusal(() => room.run({ to: '/none.yaml' }))).map(({ code }) => code)).toEqual(['no-file'])
})
