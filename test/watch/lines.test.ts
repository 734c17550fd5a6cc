import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { sound } from '../cli/desk.ts'
import { events, next, put, waiting, watched } from './watched.ts'

const named = (lines: readonly string[], name: string) => lines.filter((line) => line.startsWith(`${name}: `))

test('it says what it is armed for: the release, what comes next, when that is public, and where', async () => {
  const { lines, status } = await watched({}, undefined, { until: 300 })
  expect(status).toBe(0)
  expect(lines).toEqual([
    'Armed: small: Small',
    'Expected: 31 December 2015, of 3 places and Everywhere',
    'Public: no time is stated: every draft stays withheld; write next: into release.yaml',
    'Inbox: /in (Ctrl C ends the watch; nothing is lost)',
  ])
  const timed = waiting({ changes: { next: '2024-07-24T09:30' } })
  const { lines: withTime } = await watched({}, timed, { until: 300 })
  expect(withTime[2]).toBe('Public: at 9.30am on Wednesday July 24 2024 (BST)')
})

test('what cannot be watched is an error that says what to do', async () => {
  await expect(watched({}, waiting(), { inbox: '/none' })).rejects.toThrow(/no folder “\/none” to watch\. Make it/)
  await expect(watched({}, waiting({ files: { '/file': 'x' } }), { inbox: '/file' })).rejects.toThrow(/no folder/)
  await expect(watched({}, waiting(), { name: 'smal' })).rejects.toThrow(/Did you mean “small”/)
})

test('the table that was expected: taken, every draft made and read back, the strongest told, and what is next', async () => {
  const { lines, effects } = await watched({ 100: put('new.csv', next) })
  const told = events(lines)
  expect(told[0]).toBe('new.csv: taken as main: the gate is open')
  expect(told[1]).toMatch(
    /^4 drafts made and read back in \d\.\d s: 4 new, 0 changed, 0 as they were; none usable: no time of publication is stated$/,
  )
  expect(told[2]).toBe('WITHHELD: EMBARGOED, NO TIME OF PUBLICATION STATED')
  expect(told[3]).toBe('The 4 strongest of 4 drafts:')
  expect(told.filter((line) => /^ [1-4]\. (North|South|East|Everywhere): /.test(line))).toHaveLength(4)
  expect(told.at(-1)).toBe('Next: nib desk small --out /out --library /lib')
  const journal = String(effects.disk.get('/out/small/archive/journal.jsonl'))
  expect(journal.match(/"what":"made"/g)).toHaveLength(4)
  expect(journal).toContain('"who":"Ann"')
})

test('before the time that is stated none is usable; at that second one line says that the figures are public', async () => {
  const effects = waiting({ changes: { next: '2024-02-01T12:00:05Z' } })
  const { lines } = await watched({ 100: put('new.csv', next) }, effects)
  expect(lines.find((line) => line.startsWith('4 drafts'))).toMatch(
    /none usable before 12\.00\.05pm on Thursday February 1 2024 \(GMT\)$/,
  )
  expect(lines).toContain('WITHHELD: EMBARGOED UNTIL 12.00.05PM ON THURSDAY FEBRUARY 1 2024 (GMT)')
  const told = 'Public now: 12.00.05pm on Thursday February 1 2024 (GMT)'
  expect(lines.filter((line) => line === told)).toHaveLength(1)
  expect(lines.at(-1)).toBe(told)
  const { lines: early } = await watched({}, waiting({ changes: { next: '2024-02-01T12:00:05Z' } }), { until: 4900 })
  expect(early).not.toContain(told)
  const { lines: late } = await watched({}, waiting({ changes: { next: '2024-02-01T12:00:00Z' } }))
  expect(late[2]).toMatch(/^Public: since 12\.00pm/)
  expect(late).toHaveLength(4)
})

test('the shipped figures over again are taken, and usable as those are', async () => {
  const { lines } = await watched({ 100: put('again.csv', `${sound}\n`) })
  expect(events(lines)[0]).toBe('again.csv: taken as main: no other figures than the shipped tables')
  expect(events(lines)[1]).toMatch(/4 new, 0 changed, 0 as they were; 4 usable now$/)
})

test('an editor is sent to the gate where there is something to look at', async () => {
  const { lines } = await watched({ 100: put('odd one.csv', next.replace('2015,North,345', '2015,North,900')) })
  expect(events(lines)[0]).toBe(
    "odd one.csv: taken as main: LOOK: 1 finding to look at. See nib gate small --file 'main=/in/odd one.csv' --out /out --library /lib",
  )
  expect(events(lines)[1]).toContain('4 drafts made')
})

test.each([
  ['an earlier edition', sound.replace(/^2014,.*\n/gm, ''), /^x\.csv: SHUT: no drafts made: .*earlier edition\. See nib gate small --file main=\/in\/x\.csv/], // biome-ignore format: a table
  [
    'a period left out',
    `${sound}2016,North,345\n2016,South,215\n2016,East,425\n`,
    /^x\.csv: SHUT: no drafts made: .*2015/,
  ],
  ['another release', 'District,Month,Deaths\nA,2010-01,3\n', /^x\.csv: not taken: .*Is this the right file\?/],
  ['a table that is nearly right', `${next}2016,Nowhere,1\n`, /^x\.csv: not taken: cell B20: “Nowhere” is not in the areas list/], // biome-ignore format: a table
  ['nothing', '', /^x\.csv: not taken: The file is empty/],
  ['a PDF', '%PDF-1.7\n%âãÏÓ\n1 0 obj\n', /^x\.csv: not taken: .*PDF/],
])('not what was expected, %s: one line, and no draft', async (_, content, said) => {
  const { lines, effects } = await watched({ 100: put('x.csv', content) })
  expect(events(lines).filter((line) => !/still being written/.test(line))).toEqual([expect.stringMatching(said)])
  expect([...effects.disk.keys()].filter((path) => path.startsWith('/out/'))).toEqual([])
})

test('a workbook that is cut off waits for the rest, and is refused when none comes', async () => {
  const zip = zipSync({ 'content.xml': strToU8('<a>'.repeat(500)) })
  const { lines } = await watched({ 100: put('x.ods', zip.slice(0, -5)) })
  expect(events(lines)).toEqual([
    'x.ods: still being written',
    expect.stringMatching(/^x\.ods: not taken: The file is damaged/),
  ])
})

test('a file that grows is told of once, and taken when it stands still', async () => {
  const script = Object.fromEntries(
    Array.from({ length: 10 }, (_, i) => [
      100 + i * 300,
      put('new.csv', next.slice(0, (next.length * (i + 1)) / 10), i),
    ]),
  )
  const { lines } = await watched(script)
  expect(named(events(lines), 'new.csv')).toEqual([
    'new.csv: still being written',
    'new.csv: taken as main: the gate is open',
  ])
})

test('what was refused is looked at again when it changes', async () => {
  const half = next.slice(0, next.indexOf('2015,East'))
  const { lines } = await watched({ 100: put('new.csv', `${half}2015,Est,1\n`, 1), 2000: put('new.csv', next, 2) })
  expect(named(events(lines), 'new.csv')).toEqual([
    expect.stringMatching(/not taken/),
    'new.csv: taken as main: the gate is open',
  ])
})

test('the same bytes twice, under whatever name: taken before', async () => {
  const script = { 100: put('new.csv', next), 2000: put('copy.csv', next), 4000: put('new.csv', next, 5) }
  const { lines } = await watched(script)
  expect(lines).toContain('copy.csv: taken before, as new.csv')
  expect(lines).toContain('new.csv: taken before')
  expect(lines.filter((line) => line.includes('drafts made'))).toHaveLength(1)
})

test('of two files of one table at one look, the one that was changed last', async () => {
  const both = (e: Parameters<ReturnType<typeof put>>[0]) => {
    put('b.csv', next.replace('2015,North,345', '2015,North,344'), 1)(e)
    put('a.csv', next, 2)(e)
  }
  const { lines } = await watched({ 100: both })
  expect(lines).toContain('b.csv: not taken: a.csv is of the same table, and was changed later')
  expect(lines).toContain('a.csv: taken as main: the gate is open')
  expect(lines.filter((line) => line.includes('drafts made'))).toHaveLength(1)
})

test('a file that is not a table beside one that is: it does not stand in its way', async () => {
  const both = (e: Parameters<ReturnType<typeof put>>[0]) => {
    put('a.csv', next, 1)(e)
    put('notes.csv', 'Some,notes\n1,2\n', 2)(e)
  }
  const { lines } = await watched({ 100: both })
  expect(lines).toContain('a.csv: taken as main: the gate is open')
  expect(lines).toContainEqual(expect.stringMatching(/^notes\.csv: not taken/))
})

test('what is on its way, hidden or a folder is passed over', async () => {
  const { lines } = await watched({
    100: (e) => {
      for (const name of ['.new.csv', 'new.csv.part', 'new.csv.crdownload', 'new.tmp', 'new.csv~', '~$new.csv', 'folder/new.csv'])
        put(name, next)(e) // biome-ignore format: a list
    },
  })
  expect(events(lines)).toEqual([])
})

test('a file that vanishes, and a folder that does and comes back', async () => {
  const { lines } = await watched({
    100: put('new.csv', next),
    300: (e) => e.disk.delete('/in/new.csv'),
    1000: (e) => e.disk.delete('/in/.keep'),
    3000: put('late.csv', next),
  })
  expect(events(lines).slice(0, 4)).toEqual([
    'new.csv: gone before it was whole',
    '/in: the folder is gone: waiting for it',
    '/in: the folder is back',
    'late.csv: taken as main: the gate is open',
  ])
})

test('a name cannot steer the terminal', async () => {
  const { lines } = await watched({ 100: put('\u001b[2Jnew\u202e.csv', 'x') })
  for (const mark of ['\u001b', '\u202e']) expect(lines.join('')).not.toContain(mark)
  expect(events(lines)[0]).toMatch(/^\\u001b\[2Jnew\\u202e\.csv: not taken/)
})

test('a file too large to be read is one line', async () => {
  const effects = waiting()
  const { readBytes } = effects
  effects.readBytes = (path) => {
    if (path === '/in/huge.csv') throw new RangeError('File size (2147483648) is greater than 2 GiB')
    return readBytes(path)
  }
  const { lines } = await watched({ 100: put('huge.csv', 'x'), 2000: put('new.csv', next) }, effects)
  expect(named(events(lines), 'huge.csv').at(-1)).toMatch(/greater than 2 GiB/)
  expect(lines).toContain('new.csv: taken as main: the gate is open')
})

test('a disk that is full is one line, and the file is taken when it is given again', async () => {
  const effects = waiting()
  const { write } = effects
  let isFull = true
  effects.write = (path, text) => {
    if (isFull) throw new Error('the disk is full')
    write(path, text)
  }
  const { lines } = await watched(
    {
      100: put('new.csv', next, 1),
      2000: () => {
        isFull = false
      },
      2100: put('new.csv', next, 2),
    },
    effects,
  )
  expect(named(events(lines), 'new.csv')).toContainEqual(expect.stringMatching(/no drafts made: .*the disk is full/))
  expect(lines.filter((line) => /^4 drafts made/.test(line))).toHaveLength(1)
})

test('--once takes what is there and ends: 0, or 1 where a file was not taken', async () => {
  const once = (files: Record<string, string>) =>
    watched({}, waiting({ files: Object.fromEntries(Object.entries(files).map(([n, c]) => [`/in/${n}`, c])) }), {
      once: true,
      until: 100_000,
    })
  expect(await once({ 'new.csv': next })).toMatchObject({ status: 0 })
  expect(await once({})).toMatchObject({ status: 0 })
  expect(await once({ 'new.csv': next, 'x.csv': 'x\n' })).toMatchObject({ status: 1 })
})
