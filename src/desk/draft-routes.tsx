import type { Context, Hono } from 'hono'
import { Conflict } from '../archive/archive.ts'
import { formats } from '../archive/store.ts'
import type { Brief } from '../prose/brief.ts'
import { blocksOf } from '../verify/copy-brief.ts'
import type { Shared } from './app.tsx'
import { behind } from './behind.ts'
import { chartsIn } from './charts.ts'
import { refusalOf } from './decisions.ts'
import { BehindMark } from './pages/behind.tsx'
import type { Against } from './pages/changes.tsx'
import { ChartFigures } from './pages/charts.tsx'
import { DraftPage } from './pages/draft.tsx'
import type { DraftProps, Faster, Writing } from './pages/draft-page.ts'
import { cellsText, holdsText, verdictNames } from './pages/findings.tsx'
import { Message } from './pages/message.tsx'
import type { Draft, Session } from './session.ts'
import { draftPath, queryOf, statusNames, timeOf, viewOf } from './views.ts'
import { keepWho } from './who.ts'

const done: Record<string, string> = {
  checked: 'Checked.',
  approved: 'Approved.',
  held: 'Held.',
  'sent-back': 'Sent back.',
  edited: 'Saved.',
  kept: 'The edit is kept.',
  dropped: 'The new words stand.',
}

const keyOf = (c: Context): string => [c.req.param('period'), c.req.param('area'), c.req.param('edition')].join('/')

const base = '/d/:period/:area/:edition'

/** Everything below `/d/PERIOD/AREA/EDITION`. A draft is looked up in the archive: no part of an address is ever a path. */
export function draftRoutes(app: Hono, shared: Shared): void {
  const { session, frame, page, read } = shared

  const none = (c: Context) =>
    page(
      c,
      <Message frame={frame(c)} title="There is no such draft" lines={['It is not in the archive of this release.']} />,
      404,
    )

  const open = async (c: Context, draft: Draft, more: Partial<DraftProps> = {}, status: 200 | 409 | 422 = 200) => {
    const query = (name: string) => c.req.query(name)
    const all: DraftProps = {
      frame: frame(c),
      view: viewOf(query, session.period),
      draft,
      show: query('show') === 'changes' ? 'changes' : 'copy',
      changes: { list: [], bases: [], base: null, mode: query('mode') === 'side' ? 'side' : 'inline' },
      charts: query('show') === 'charts' ? chartsIn(session.opened, draft.brief) : null,
      mark: null,
      writing: null,
      refusal: null,
      faster: null,
      said: done[query('done') ?? ''],
      ...more,
    }
    if (all.show === 'changes') all.changes = { ...all.changes, ...(await changesOf(session, draft, query('against'))) }
    return page(c, <DraftPage {...all} />, status)
  }

  /** Back to the draft, as the list was filtered. */
  const back = (c: Context, key: string, what: string) =>
    c.redirect(
      `${draftPath(key)}${queryOf(
        viewOf((name) => c.req.query(name), session.period),
        session.period,
        { done: what },
      )}`,
      303,
    )

  /** A change, or the page that says who was faster. */
  const change = async (
    c: Context,
    key: string,
    saw: string,
    writing: Writing | null,
    make: () => void,
    what: string,
  ) => {
    try {
      make()
      return back(c, key, what)
    } catch (error) {
      if (error instanceof RangeError) return none(c)
      if (!(error instanceof Conflict)) throw error
      const draft = session.draft(key)!
      const { by, at, status } = error.state
      const seen = session.history(key).find((e) => e.version === saw)
      const now = { version: draft.state.version, brief: draft.brief }
      const since = seen ? await session.differences.of(key, saw, now) : []
      const faster: Faster = { by, at, what: statusNames[status].toLowerCase(), since }
      return open(c, draft, { writing, faster }, 409)
    }
  }

  app.get(base, (c) => {
    const key = keyOf(c)
    const format = /\.(html|md|txt)$/.exec(key)?.[1] as 'html' | 'md' | 'txt' | undefined
    const draft = session.draft(format ? key.slice(0, -format.length - 1) : key)
    if (draft === null) return none(c)
    if (format) return download(c, session, draft.brief, format)
    const writing = writingOf(draft.brief, c.req.query('edit'))
    const mark = c.req.query('mark')
    const told = mark === undefined ? null : behindOf(session, draft.brief, mark)
    return open(c, draft, { writing, mark: told && { name: mark!, told } })
  })

  app.get(`${base}/mark/:mark`, (c) => {
    const draft = session.draft(keyOf(c))
    const told = draft && behindOf(session, draft.brief, c.req.param('mark'))
    return told ? c.html(<BehindMark told={told} />) : c.text('There is no such mark.\n', 404)
  })

  app.get(`${base}/charts`, (c) => {
    const draft = session.draft(keyOf(c))
    return draft
      ? c.html(<ChartFigures charts={chartsIn(session.opened, draft.brief)} />)
      : c.text('There is no such draft.\n', 404)
  })

  app.post(`${base}/check`, async (c) => {
    const sent = await read(c, 'check')
    if (sent instanceof Response) return sent
    const draft = session.draft(keyOf(c))
    if (draft === null || blocksOf(draft.brief)[sent.par] === undefined) return c.json({ error: 'no such place' }, 404)
    const { holds, wrong, unchecked } = session.tried(draft.brief, sent.par, sent.text)
    const here = [...wrong, ...unchecked].filter((f) => f.block === sent.par)
    const right = holds.filter((f) => f.block === sent.par).length
    return c.json({
      holds: right,
      said: holdsText(right),
      elsewhere: wrong.filter((f) => f.block !== sent.par).length,
      findings: here.map((f) => ({
        ...f,
        label: verdictNames[f.verdict],
        cells: (f.right?.cells ?? []).map(cellsText),
      })),
    })
  })

  app.post(`${base}/edit`, async (c) => {
    const sent = await read(c, 'edit')
    if (sent instanceof Response) return sent
    const key = keyOf(c)
    const draft = session.draft(key)
    if (draft === null) return none(c)
    const { par, text, version, who, what } = sent
    if (blocksOf(draft.brief)[par] === undefined) return none(c)
    keepWho(c, who)
    const { holds, wrong, unchecked } = session.tried(draft.brief, par, text)
    const inPar = { holds: holds.filter((f) => f.block === par).length }
    const findings = [...wrong, ...unchecked].filter((f) => f.block === par)
    const writing: Writing = { par, text, read: { findings, ...inPar } }
    if (what === 'check') return open(c, draft, { writing })
    return change(
      c,
      key,
      version,
      writing,
      () => session.edit(key, version, par, what === 'engine' ? engineText(session, draft, par) : text, who),
      'edited',
    )
  })

  app.post(`${base}/settle`, async (c) => {
    const sent = await read(c, 'settle')
    if (sent instanceof Response) return sent
    const key = keyOf(c)
    if (session.draft(key) === null) return none(c)
    const { index, version, who, what, text } = sent
    keepWho(c, who)
    const make = () => session.settle(key, version, index, what === 'keep' ? text : null, who)
    return change(c, key, version, null, () => void make(), what === 'keep' ? 'kept' : 'dropped')
  })

  app.post(`${base}/decide`, async (c) => {
    const sent = await read(c, 'decide')
    if (sent instanceof Response) return sent
    const key = keyOf(c)
    const draft = session.draft(key)
    if (draft === null) return none(c)
    const { version, who, what, note, sure } = sent
    keepWho(c, who)
    const refusal =
      what === 'approved' && version === draft.state.version ? refusalOf(draft, sure === 'yes', note) : null
    if (refusal) return open(c, draft, { refusal }, 422)
    return change(c, key, version, null, () => void session.decide(key, version, what, who, note), what)
  })
}

function download(c: Context, session: Session, kept: Brief, format: 'html' | 'md' | 'txt'): Response {
  const brief = session.filed(kept)
  const text = format === 'html' ? formats.html(brief, chartsIn(session.opened, brief)) : formats[format](brief)
  const type = { html: 'text/html', md: 'text/markdown', txt: 'text/plain' }[format]
  return c.body(text, 200, {
    'content-type': `${type}; charset=utf-8`,
    'content-disposition': `attachment; filename="${brief.id.replaceAll('/', '-').replace(/[^\w.-]/g, '_')}.${format}"`,
  })
}

/** What the engine wrote in a place. */
function engineText(session: Session, { state }: Draft, par: number): string {
  return blocksOf(session.version(state.made))[par]!.text
}

function writingOf(brief: Brief, par: string | undefined): Writing | null {
  if (par === undefined || !/^\d{1,4}$/.test(par)) return null
  const block = blocksOf(brief)[Number(par)]
  return block ? { par: Number(par), text: block.text, read: null } : null
}

function behindOf(session: Session, brief: Brief, mark: string) {
  const at = /^(\d{1,4})-(\d{1,4})$/.exec(mark)
  return at && behind(session.opened, brief, Number(at[1]), Number(at[2]))
}

/** What differs from another version of a draft: the one before, the engine's own, the one approved, or one of its history. */
async function changesOf(session: Session, { state, brief }: Draft, against: string | undefined) {
  const named: [string, string | null, string][] = [
    ['before', state.before, 'The version before'],
    ['made', state.made === state.version ? null : state.made, "The engine's words"],
    [
      'released',
      state.released?.version === state.version ? null : (state.released?.version ?? null),
      'The version that is out',
    ],
    ['approved', state.approved === state.version ? null : state.approved, 'The version approved last'],
  ]
  const bases = named.flatMap(([name, hash, label]): (Against & { hash: string })[] =>
    hash === null ? [] : [{ name, label, hash }],
  )
  const other = session.history(state.draft).find((e) => e.version === against)
  if (other && other.version !== state.version)
    bases.push({ name: other.version, hash: other.version, label: `As of ${timeOf(other.at)}` })
  const chosen = bases.find((b) => b.name === against) ?? bases[0]
  const now = { version: state.version, brief }
  const list = chosen ? await session.differences.of(state.draft, chosen.hash, now) : []
  return { bases, base: chosen?.name ?? null, list }
}
