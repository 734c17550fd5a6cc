import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Finding } from '../../src/verify/finding.ts'
import { type Asked, SmallDesk } from '../fixtures/desk-app.ts'
import { pageOf } from '../fixtures/page-of.ts'

let desk: SmallDesk
let app: Asked
const key = '2012/north/local'
const north = `/d/${key}`
const rows = { North: [100, 110, 120], South: [200, 210, 190], East: [300, 310, 320] }

beforeEach(async () => {
  desk = new SmallDesk().table(rows)
  await desk.session.make('nib')
  app = desk.app()
})
afterEach(() => desk.remove())

const state = () => desk.session.draft(key)!.state
const words = () => {
  const { brief } = desk.session.draft(key)!
  return [brief.headline.text, ...brief.pars.map((p) => p.text)]
}
const edit = (par: number, text: string, more: Record<string, string> = {}) =>
  app.post(`${north}/edit`, { version: state().version, who: 'Ann', par: String(par), text, ...more })
const decide = (what: string, more: Record<string, string> = {}) =>
  app.post(`${north}/decide`, { version: state().version, who: 'Ann', what, ...more })

const right = 'North Police had 120 officers at the end of December 2012, up 9.1 per cent on 110 a year earlier.'
const wrong = right.replace('120', '125')

test('a wrong number is told as it is typed, with its place and what the data say', async () => {
  const told = (await (await app.json(`${north}/check`, { par: 2, text: wrong })).json()) as { findings: Finding[] }
  expect(told.findings).toHaveLength(1)
  const found = told.findings[0]!
  expect(wrong.slice(found.start, found.end)).toBe('125')
  expect(found).toMatchObject({ verdict: 'wrong', label: 'Wrong', why: 'the data give 120' })
  expect((found as Finding & { cells: string[] }).cells).toEqual(['main.csv, column Officers, rows 4'])
  expect(await (await app.json(`${north}/check`, { par: 2, text: right })).json()).toMatchObject({ findings: [] })
  // Nothing is saved by being read back.
  expect(state()).toMatchObject({ status: 'new' })
})

test('saved words stand in the draft with a name, and a wrong number is marked', async () => {
  const reply = await edit(2, wrong)
  expect(reply.status).toBe(303)
  expect(reply.headers.get('location')).toBe(`${north}?done=edited`)
  expect(words()[2]).toBe(wrong)
  expect(state()).toMatchObject({ status: 'edited', by: 'Ann', shown: { wrong: 1, usable: false } })
  const page = pageOf(await app.text(north))
  expect(page.querySelector('#par-2 .m.wrong')!.textContent).toBe('125')
  expect(page.querySelector('#par-2 .findings')!.textContent).toContain('the data give 120')
  expect(page.querySelector('#par-2 .edited')!.textContent).toContain('Ann')
  expect(page.querySelector('.history')!.textContent).toContain('Ann: edited')
  expect(await app.text(`${north}.txt`)).toContain('the data give 120')
})

test("back to the engine's words is no edit", async () => {
  const before = words()
  await edit(0, 'North grows')
  expect(words()[0]).toBe('North grows')
  await edit(0, 'whatever', { what: 'engine' })
  expect(words()).toEqual(before)
  expect(desk.session.draft(key)!.brief.edits).toBeUndefined()
})

test('without script the form reads back too', async () => {
  const page = pageOf(await (await edit(2, wrong, { what: 'check' })).text())
  expect(page.querySelector('textarea')!.textContent).toBe(wrong)
  expect(page.querySelector('#read-back')!.textContent).toContain('the data give 120')
  expect(state().status).toBe('new')
})

test('approving is refused with the sentence that does not hold', async () => {
  await edit(2, wrong)
  const reply = await decide('approved')
  expect(reply.status).toBe(422)
  const page = pageOf(await reply.text())
  expect(page.querySelector('#refusal blockquote')!.textContent).toBe(wrong)
  expect(page.querySelector('#refusal')!.textContent).toContain('the data give 120')
  expect(state().status).toBe('edited')
  // Nor may it be said to be sure of it.
  expect((await decide('approved', { sure: 'yes' })).status).toBe(422)
  await edit(2, right)
  expect((await decide('approved')).status).toBe(303)
  expect(state()).toMatchObject({ status: 'approved', by: 'Ann' })
})

test('what the data cannot check is approved by one who says so', async () => {
  await edit(2, `${right} It has 14 dogs.`)
  const reply = await decide('approved', { note: 'asked the force' })
  expect(reply.status).toBe(422)
  const page = pageOf(await reply.text())
  expect(page.querySelector('#refusal')!.textContent).toContain('14')
  expect(page.querySelector('input[name=sure]')).not.toBeNull()
  expect(page.querySelector('#note')!.getAttribute('value')).toBe('asked the force')
  expect((await decide('approved', { sure: 'yes', note: 'asked the force' })).status).toBe(303)
  expect(state()).toMatchObject({ status: 'approved', note: 'asked the force' })
})

test('each decision has a name and a note, and stands in the history', async () => {
  for (const what of ['checked', 'held', 'sent-back', 'approved']) {
    expect((await decide(what, { note: `a note on ${what}` })).status).toBe(303)
    expect(state()).toMatchObject({ status: what, by: 'Ann', note: `a note on ${what}` })
  }
  const history = pageOf(await app.text(north)).querySelector('.history')!.textContent!
  for (const what of ['checked', 'held', 'sent back', 'approved']) expect(history).toContain(`Ann: ${what}`)
  expect(history).toContain('a note on held')
})

test('the name that was given stands in the form the next time', async () => {
  const cookie = (await decide('checked', { who: 'Bea' })).headers.get('set-cookie')!.split(';')[0]!
  const page = pageOf(await (await app.get(north, { cookie })).text())
  expect(page.querySelector('#who')!.getAttribute('value')).toBe('Bea')
})

test('another desk was faster: it is told, with the difference, and nothing that was typed is lost', async () => {
  const { version } = state()
  await edit(0, 'Bea was here', { who: 'Bea' })
  const reply = await app.post(`${north}/edit`, { version, who: 'Ann', par: '0', text: 'Ann was here' })
  expect(reply.status).toBe(409)
  const page = pageOf(await reply.text())
  expect(page.querySelector('#conflict')!.textContent).toContain('Bea was faster')
  expect(page.querySelector('#conflict')!.textContent).toContain('Bea was here')
  expect(page.querySelector('#conflict ins')).not.toBeNull()
  expect(page.querySelector('textarea')!.textContent).toBe('Ann was here')
  expect(words()[0]).toBe('Bea was here')
  // Saved again from that page, it stands.
  const again = page.querySelector('form.edit input[name=version]')!.getAttribute('value')!
  expect(again).toBe(state().version)
  const saved = await app.post(`${north}/edit`, { version: again, who: 'Ann', par: '0', text: 'Ann was here' })
  expect(saved.status).toBe(303)
  // A decision on what is no more is not taken either.
  expect((await app.post(`${north}/decide`, { version, who: 'Ann', what: 'approved' })).status).toBe(409)
  expect(words()[0]).toBe('Ann was here')
  expect(state().status).toBe('edited')
})

test('made again: edits are kept, and wait where what was under them changed', async () => {
  await edit(0, 'North grows')
  await edit(2, right)
  desk.table({ ...rows, North: [100, 110, 121] })
  const made = await app.post('/make', { who: 'Ann' })
  expect(made.headers.get('location')).toBe('/?made')
  expect(words()[0]).toBe('North grows')
  expect(words()[2]).toContain('121')
  expect(state()).toMatchObject({ status: 'held', heldEdits: 1 })
  const page = pageOf(await app.text(north))
  const held = page.querySelector('.held')!
  expect(held.querySelector('textarea')!.textContent).toBe(right)
  expect(held.textContent).toContain('stood at 121')
  expect(held.textContent).toContain('stood at 120')
  // It is settled before the draft is approved.
  expect((await decide('approved')).status).toBe(422)
  const settle = (what: string, text: string) =>
    app.post(`${north}/settle`, { version: state().version, who: 'Ann', index: '1', what, text })
  expect((await settle('keep', right.replace('120', '121').replace('9.1', '10'))).status).toBe(303)
  expect(words()[2]).toBe(
    'North Police had 121 officers at the end of December 2012, up 10 per cent on 110 a year earlier.',
  )
  // No table says that it grows.
  expect((await decide('approved', { sure: 'yes' })).status).toBe(303)
})

test('a held edit is dropped for the new words', async () => {
  await edit(2, right)
  desk.table({ ...rows, North: [100, 110, 121] })
  await app.post('/make', { who: 'Ann' })
  const reply = await app.post(`${north}/settle`, {
    version: state().version,
    who: 'Ann',
    index: '0',
    what: 'drop',
    text: right,
  })
  expect(reply.status).toBe(303)
  expect(words()[2]).toContain('stood at 121')
  expect(desk.session.draft(key)!.brief.edits).toBeUndefined()
})

test('files that cannot be used change nothing', async () => {
  const before = words()
  desk.table({ Elsewhere: [1, 2, 3] })
  const reply = await app.post('/make', { who: 'Ann' })
  expect(reply.status).toBe(422)
  expect(await reply.text()).toContain('Elsewhere')
  expect(words()).toEqual(before)
  expect((await app.get(north)).status).toBe(200)
  // And when they can be used again, all is made.
  desk.table(rows)
  expect((await app.post('/make', { who: 'Ann' })).status).toBe(303)
})

test('the changes from the version before, in line and side by side', async () => {
  desk.table({ ...rows, North: [100, 110, 121] })
  await app.post('/make', { who: 'Ann' })
  const inline = pageOf(await app.text(`${north}?show=changes`))
  expect(inline.querySelector('.changes ins')!.textContent).toContain('121')
  expect(inline.querySelector('.changes del')!.textContent).toContain('120')
  const side = pageOf(await app.text(`${north}?show=changes&mode=side`))
  expect(side.querySelectorAll('.sides').length).toBeGreaterThan(0)
})
