import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DraftState } from '../../src/archive/state.ts'
import { Listing, type View } from '../../src/desk/listing.ts'
import { type Asked, SmallDesk } from '../fixtures/desk-app.ts'
import { pageOf } from '../fixtures/page-of.ts'

const desk = new SmallDesk().table({ North: [100, 110, 120], South: [200, 210, 190], East: [300, 310, 320] })
let app: Asked

beforeAll(async () => {
  await desk.session.make('nib')
  app = desk.app()
})
afterAll(() => desk.remove())

const areas = async (path: string) => {
  const page = pageOf(await app.text(path))
  return [...page.querySelectorAll('.row .area')].map((e) => e.textContent)
}

test('all drafts, the strongest story first, each with its headline, status and why it is news', async () => {
  const page = pageOf(await app.text('/'))
  const rows = [...page.querySelectorAll('.row')]
  expect(rows.map((r) => r.getAttribute('data-draft')).sort()).toEqual([
    '2012/east/local',
    '2012/everywhere/national',
    '2012/north/local',
    '2012/south/local',
  ])
  const scores = rows.map((r) => Number(/[\d.]+$/.exec(r.querySelector('.score')!.textContent!)![0]))
  expect(scores).toEqual([...scores].sort((a, b) => b - a))
  const north = rows.find((r) => r.getAttribute('data-draft') === '2012/north/local')!
  expect(north.querySelector('.badge')!.textContent).toBe('New')
  expect(north.querySelector('.headline')!.textContent).toBe(
    'North sees biggest percentage rise in officers of three places',
  )
  expect(north.querySelector('.because')!.textContent).toContain('biggest rise by per cent')
  expect(north.querySelector('a')!.getAttribute('href')).toBe('/d/2012/north/local')
  expect(page.querySelector('#count')!.textContent).toBe('4 drafts')
})

test('searched by area, with or without script', async () => {
  expect(await areas('/?q=nor')).toEqual(['North'])
  expect(await areas('/rows?q=NORTH')).toEqual(['North'])
  expect(await areas('/?q=nowhere')).toEqual([])
  // A draft's period and edition are not what is searched.
  expect(await areas('/?q=local')).toEqual([])
  expect(await areas('/?sort=area')).toEqual(['East', 'Everywhere', 'North', 'South'])
  expect(await (await app.get('/rows?q=nor')).headers.get('x-count')).toBe(encodeURIComponent('1 draft'))
})

test('filtered by status, which is kept from draft to draft', async () => {
  const { version } = desk.session.draft('2012/east/local')!.state
  await app.post('/d/2012/east/local/decide', { version, who: 'Ann', what: 'held', note: 'wait' })
  expect(await areas('/?status=held')).toEqual(['East'])
  expect((await areas('/?status=new')).length).toBe(3)
  expect((await areas('/?sort=status'))[0]).toBe('East')
  expect((await areas('/?sort=last'))[0]).toBe('East')
  const page = pageOf(await app.text('/d/2012/north/local?status=new&sort=area'))
  expect(page.querySelector('[rel=prev]')!.getAttribute('href')).toBe(
    '/d/2012/everywhere/national?status=new&sort=area',
  )
  expect(page.querySelector('[rel=next]')!.getAttribute('href')).toBe('/d/2012/south/local?status=new&sort=area')
  expect(page.querySelectorAll('.small')).toHaveLength(3)
})

test('what is wrong, or not for use, is told in the list', async () => {
  const { version } = desk.session.draft('2012/south/local')!.state
  const text = 'The force had 191 officers at the end of December 2012.'
  await app.post('/d/2012/south/local/edit', { version, who: 'Ann', par: '2', text })
  const page = pageOf(await app.text('/?q=south'))
  expect(page.querySelector('.warn')!.textContent).toBe('1 claim wrong')
  expect(page.querySelector('.badge')!.textContent).toBe('Edited')
  expect(page.querySelector('#count')!.textContent).toBe('1 draft, 1 with a claim that does not hold')
})

const many = new Map(
  Array.from({ length: 120 }, (_, i): [string, DraftState] => {
    const draft = `2012/place-${i}/local`
    const shown = { area: `Pläce ${i}`, headline: '', score: i % 7, because: '', usable: true, wrong: 0, unchecked: 0 }
    const state = { draft, status: 'new', at: '', by: '', heldEdits: 0, shown } as unknown as DraftState
    return [draft, state]
  }),
)

test('a list is sorted once, and again when a draft is another', () => {
  const listing = new Listing()
  const view: View = { q: '', status: null, sort: 'news', period: '2012' }
  expect(listing.take(1, many)).toHaveLength(120)
  const first = listing.of(view)
  expect(first.map((s) => s.shown.score)).toEqual(first.map((s) => s.shown.score).sort((a, b) => b - a))
  listing.take(1, new Map(many))
  expect(listing.of(view)).toBe(first)
  const other = many.get('2012/place-5/local')!
  listing.take(2, new Map(many).set(other.draft, { ...other, status: 'held' }))
  expect(listing.of(view)).not.toBe(first)
  expect(listing.of({ ...view, status: 'held' }).map((s) => s.draft)).toEqual([other.draft])
  // An accent is no hindrance.
  expect(listing.of({ ...view, q: 'place 119' }).map((s) => s.draft)).toEqual(['2012/place-119/local'])
  expect(listing.of({ ...view, period: '2011' })).toEqual([])
})
