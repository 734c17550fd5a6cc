const keys: readonly [string, readonly [keys: string, does: string][]][] = [
  [
    'In the list',
    [
      ['j k, ↓ ↑', 'next, previous'],
      ['Enter', 'open'],
      ['/', 'search'],
    ],
  ],
  [
    'In a draft',
    [
      ['n p', 'next, previous draft of the list'],
      ['f F', 'next, previous figure or claim, with its cells'],
      ['j k, ↓ ↑', 'next, previous paragraph'],
      ['e', 'edit the paragraph'],
      ['d', 'what changed, and why'],
      ['s', 'changes side by side, or in line'],
      ['y', 'copy as clean text'],
    ],
  ],
  [
    'Decide',
    [
      ['c', 'checked'],
      ['a', 'approve'],
      ['h', 'hold, with a note'],
      ['b', 'send back, with a note'],
    ],
  ],
  [
    'While you type',
    [
      ['Ctrl Enter', 'save'],
      ['Esc', 'leave the field; nothing is lost'],
    ],
  ],
  [
    'Everywhere',
    [
      ['m', 'make all drafts again'],
      ['Esc', 'close, or back'],
      ['?', 'these keys'],
    ],
  ],
]

/** All keys of the desk. It opens without script. */
export const Keys = () => (
  <div id="keys" class="keys" popover="auto" role="dialog" aria-labelledby="keys-title">
    <div class="keys-head">
      <h2 id="keys-title">Keys</h2>
      <button type="button" class="quiet" popovertarget="keys" popovertargetaction="hide">
        Close
      </button>
    </div>
    <div class="keys-body">
      {keys.map(([title, list]) => (
        <section>
          <h3>{title}</h3>
          <dl>
            {list.map(([key, does]) => (
              <div>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  </div>
)
