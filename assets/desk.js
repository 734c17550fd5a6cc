// What the page can do beyond links and forms: keys, rows that come as they are wanted, what stands behind a figure beside the
// copy, and the read-back while somebody types. Without it every page works by links and forms alone.

const one = (selector, from = document) => from.querySelector(selector)
const all = (selector, from = document) => [...from.querySelectorAll(selector)]

document.documentElement.classList.add('scripted')

const say = (text) => {
  const said = one('#said')
  said.textContent = text
  said.classList.toggle('empty', text === '')
}

const later = (wait, work) => {
  let timer
  return (...given) => {
    clearTimeout(timer)
    timer = setTimeout(() => work(...given), wait)
  }
}

const calm = matchMedia('(prefers-reduced-motion: reduce)')
const show = (element) => element.scrollIntoView({ block: 'nearest', behavior: calm.matches ? 'auto' : 'smooth' })

const shown = (element) => element.checkVisibility?.({ visibilityProperty: true }) ?? element.offsetParent !== null

const isTyping = (target) => target.closest?.('input:not([type=checkbox]), textarea, select, [contenteditable]') != null

// The list: search as it is typed, and more rows on demand.

const filters = one('.filters')

async function fetchRows(address) {
  const reply = await fetch(address)
  if (!reply.ok) throw new Error(`${reply.status}`)
  return { html: await reply.text(), count: decodeURIComponent(reply.headers.get('x-count') ?? '') }
}

let asked = 0

async function filter() {
  const query = new URLSearchParams([...new FormData(filters)].filter(([, value]) => value !== ''))
  if (query.get('sort') === 'news') query.delete('sort')
  const text = query.toString()
  const mine = ++asked
  try {
    const { html, count } = await fetchRows(`/rows?${text}`)
    if (mine !== asked) return
    one('#rows').innerHTML = html
    one('#count').textContent = count
    history.replaceState(null, '', text === '' ? '/' : `/?${text}`)
  } catch {
    filters.submit()
  }
}

if (filters) {
  filters.addEventListener('input', later(120, filter))
  filters.addEventListener('submit', (event) => {
    event.preventDefault()
    one('#rows .open')?.focus()
  })
  one('#rows').addEventListener('click', async (event) => {
    const more = event.target.closest('[data-more]')
    if (!more) return
    event.preventDefault()
    const { html } = await fetchRows(more.dataset.more)
    const place = more.closest('li')
    const before = place.previousElementSibling
    place.insertAdjacentHTML('afterend', html)
    place.remove()
    one('.open', before?.nextElementSibling ?? one('#rows'))?.focus()
  })
}

// What stands behind a figure.

const panel = one('#behind')

async function open(mark) {
  const address = new URL(mark.href)
  const reply = await fetch(`${address.pathname}/mark/${mark.dataset.mark}`)
  if (!reply.ok) {
    location.assign(mark.href)
    return
  }
  one('#behind-body').innerHTML = await reply.text()
  panel.classList.remove('empty')
  panel.scrollTop = 0
  one('#behind-close').hidden = false
  for (const other of all('.m.is-open')) other.classList.remove('is-open')
  mark.classList.add('is-open')
  show(mark)
}

function close() {
  const mark = one('.m.is-open')
  mark?.classList.remove('is-open')
  mark?.focus()
  panel.classList.add('empty')
  one('#behind-close').hidden = true
  one('#behind-body').replaceChildren()
}

if (panel) {
  one('#copy')?.addEventListener('click', (event) => {
    const mark = event.target.closest('a[data-mark]')
    if (!mark || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    open(mark)
  })
  one('#behind-close').addEventListener('click', close)
}

// Charts are drawn beside the page, which does not wait for them.

async function drawCharts(place) {
  const reply = await fetch(place.dataset.charts)
  if (reply.ok) place.outerHTML = await reply.text()
}

for (const place of all('[data-charts]')) drawCharts(place).catch(() => {})

// Clean text.

async function copyText() {
  const stamps = all('.stamp').map((stamp) => stamp.textContent)
  const words = all('#copy .words').map((par) => par.textContent.trim())
  const text = [...stamps, ...words].join('\n\n')
  try {
    await navigator.clipboard.writeText(text)
    say('The copy is in the clipboard.')
  } catch {
    say('The browser did not let the copy into the clipboard. Download it as txt.')
  }
}

one('#copy-text')?.addEventListener('click', copyText)

// Make again: how far it has come.

for (const form of all('form[data-run]')) {
  form.addEventListener('submit', () => {
    const button = one('button', form)
    button.disabled = true
    say('Making all drafts again …')
    setInterval(async () => {
      const run = await (await fetch(form.dataset.run)).json()
      if (run?.total > 0) say(`Making all drafts again: ${run.done} of ${run.total} …`)
    }, 700)
  })
}

// Editing: the read-back runs as somebody types.

const edit = one('form.edit')

function paint(text, findings) {
  const parts = []
  let from = 0
  for (const { start, end, verdict } of findings) {
    if (start < from) continue
    const mark = document.createElement('mark')
    mark.className = verdict === 'unchecked' ? 'unchecked' : 'wrong'
    mark.textContent = text.slice(start, end)
    parts.push(text.slice(from, start), mark)
    from = end
  }
  // A last line that is empty has a height only with something in it.
  one('.mirror', edit).replaceChildren(...parts, `${text.slice(from)}\u200b`)
}

function tell({ said, holds, elsewhere, findings }) {
  const line = (name, text) => Object.assign(document.createElement('p'), { className: name, textContent: text })
  const parts = [line(findings.length === 0 && holds > 0 ? 'holds' : 'count', said)]
  if (findings.length > 0) {
    const list = Object.assign(document.createElement('ul'), { className: 'findings' })
    for (const found of findings) {
      const item = Object.assign(document.createElement('li'), {
        className: found.verdict === 'unchecked' ? 'unchecked' : 'wrong',
      })
      const label = Object.assign(document.createElement('strong'), { textContent: `${found.label}:` })
      const says = found.says === '' ? '' : ` (${found.says})`
      item.append(label, ` “${found.text}”${says}: ${found.why}.`)
      for (const cells of found.cells)
        item.append(Object.assign(document.createElement('small'), { textContent: cells }))
      list.append(item)
    }
    parts.push(list)
  }
  if (elsewhere > 0) parts.push(line('count', 'With these words a claim in another paragraph does not hold.'))
  one('#read-back').replaceChildren(...parts)
}

if (edit) {
  const words = one('textarea', edit)
  const first = words.value
  let latest = 0
  const check = async () => {
    const mine = ++latest
    const text = words.value
    try {
      const reply = await fetch(edit.dataset.check, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ par: Number(edit.dataset.par), text }),
      })
      const told = await reply.json()
      if (mine !== latest) return
      if (!reply.ok) throw new Error(told.error)
      paint(text, told.findings)
      tell(told)
    } catch (error) {
      one('#read-back').textContent = `It could not be read back: ${error.message}.`
    }
  }
  const soon = later(200, check)
  words.addEventListener('input', () => {
    paint(words.value, [])
    soon()
  })
  words.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      edit.requestSubmit(one('[data-save]', edit))
    }
  })
  let leaving = false
  edit.addEventListener('submit', () => {
    leaving = true
  })
  one('#cancel').addEventListener('click', () => {
    leaving = true
  })
  addEventListener('beforeunload', (event) => {
    if (!leaving && words.value !== first) event.preventDefault()
  })
  paint(words.value, [])
  check()
  words.setSelectionRange(words.value.length, words.value.length)
}

// A note, where one is wanted: the key leads to the field, and Enter there does what was begun.

let begun = null

function decide(button) {
  const note = one('#note')
  if (button.dataset.wantsNote && note.value === '') {
    begun = button
    note.focus()
    say(`Write a note, then press Enter: ${button.textContent.trim()}.`)
  } else {
    button.click()
  }
}

one('#note')?.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter') return
  event.preventDefault()
  if (begun) begun.form.requestSubmit(begun)
})
one('#who')?.addEventListener('keydown', (event) => {
  if (event.key === 'Enter') event.preventDefault()
})

one('#conflict, #refusal')?.focus()

// Keys. What has a key says so itself; what moves is told here.

function move(items, step, isHere) {
  const list = items.filter(shown)
  if (list.length === 0) return null
  const at = list.findIndex(isHere)
  return list[at < 0 ? (step > 0 ? 0 : list.length - 1) : Math.max(0, Math.min(at + step, list.length - 1))]
}

function moveBy(step) {
  const row = move(all('#rows .open'), step, (item) => item === document.activeElement)
  if (row) {
    row.focus()
    show(row.closest('.row'))
    return true
  }
  const par = move(all('.par'), step, (item) => item.classList.contains('is-here'))
  if (!par) return false
  for (const other of all('.par.is-here')) other.classList.remove('is-here')
  par.classList.add('is-here')
  one('.pencil', par).focus({ preventScroll: true })
  show(par)
  return true
}

function nextFigure(step) {
  const isHere = (item) => item === document.activeElement || item.classList.contains('is-open')
  const mark = move(all('#copy a[data-mark]'), step, isHere)
  if (!mark) return false
  mark.focus()
  open(mark)
  return true
}

function editHere() {
  const here = one('.par.is-here') ?? document.activeElement.closest?.('.par') ?? one('.m.is-open')?.closest('.par')
  const pencil = one('.pencil', here ?? document)
  pencil?.click()
  return pencil !== null
}

const moves = {
  j: () => moveBy(1),
  ArrowDown: () => one('#rows') !== null && moveBy(1),
  k: () => moveBy(-1),
  ArrowUp: () => one('#rows') !== null && moveBy(-1),
  f: () => nextFigure(1),
  F: () => nextFigure(-1),
  e: editHere,
}

/** The element that a key is for: an open dialog's first, then the last on the page that is shown. */
function keyed(key) {
  const found = all(`[data-key="${CSS.escape(key)}"]`).filter(shown)
  return key === 'Escape' ? found.at(-1) : found[0]
}

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  const { key, target } = event
  if (isTyping(target)) {
    // Leaving the field loses nothing; the next Escape goes back.
    if (key === 'Escape' && target.type !== 'search') target.blur()
    if (key === 'Escape' && target.type === 'search') one('#rows .open')?.focus()
    return
  }
  if (one('#keys:popover-open')) {
    if (key === '?') one('#keys').hidePopover()
    return
  }
  if (moves[key]?.()) {
    event.preventDefault()
    return
  }
  const element = keyed(key)
  if (!element) return
  event.preventDefault()
  if (element.matches('input')) {
    element.focus()
    element.select()
  } else if (element.closest('#decide')) {
    decide(element)
  } else if (element.id === 'cancel' && edit && one('textarea', edit).value !== one('textarea', edit).defaultValue) {
    element.focus()
    say('What you typed is not saved. Press Enter to leave it, or go back to the field.')
  } else {
    element.click()
  }
})
