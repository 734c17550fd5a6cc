import type { Behind, FigureTold } from '../behind.ts'
import type { Rows } from '../cells.ts'
import { keyed, plain, plural } from '../views.ts'

const Table = ({ rows }: { rows: Rows }) => (
  <section class="scroll" tabindex={0} aria-label={`Rows of ${plain(rows.file)}`}>
    <table class="cells">
      <caption>
        {plain(rows.file)}
        {rows.sheet !== null && `, sheet ${plain(rows.sheet)}`}, column {plain(rows.column)}:{' '}
        {rows.total > rows.rows.length
          ? `the first ${rows.rows.length} of ${rows.total.toLocaleString('en-GB')} rows`
          : plural(rows.total, 'row')}
      </caption>
      <thead>
        <tr>
          <th scope="col">Row</th>
          {rows.heads.map((head, i) => (
            <th scope="col" class={i === rows.picked ? 'picked' : undefined}>
              {plain(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.rows.map(({ number, cells }) => (
          <tr>
            <th scope="row">{number}</th>
            {cells.map((cell, i) => (
              <td class={i === rows.picked ? 'picked' : undefined}>
                {i === rows.picked ? <strong>{plain(cell)}</strong> : plain(cell)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

const Figure = ({ figure }: { figure: FigureTold }) => (
  <li>
    <p class="figure">
      <strong>{figure.value}</strong> = {plain(figure.how)}
    </p>
    <p class="id">{figure.id}</p>
    {figure.rows && <Table rows={figure.rows} />}
    {figure.of.length > 0 && (
      <ul class="of">
        {figure.of.map((one) => (
          <Figure figure={one} />
        ))}
      </ul>
    )}
  </li>
)

/** What stands behind a mark: facts with their weight, figures down to the rows of the table. */
export const BehindMark = ({ told }: { told: Behind }) => (
  <div class="behind-mark">
    <h2 id="behind-title">“{plain(told.text)}”</h2>
    {told.claims.map((fact) => (
      <section class="fact">
        <h3>Claim: {fact.kind}</h3>
        <p class="id">{fact.id}</p>
        <p>
          Newsworthiness <strong>{fact.newsworthiness.score.toFixed(1)}</strong>:{' '}
          {plain(fact.newsworthiness.because.join('; '))}.
        </p>
        {fact.caveats.map((line) => (
          <p>{plain(line)}</p>
        ))}
      </section>
    ))}
    {told.figures.length > 0 && (
      <section>
        <h3>{told.figures.length === 1 ? 'Figure' : 'Figures'}</h3>
        <ul class="of top">
          {told.figures.map((figure) => (
            <Figure figure={figure} />
          ))}
        </ul>
      </section>
    )}
    {told.figures.length + told.claims.length === 0 && <p>This draft keeps nothing more of it.</p>}
  </div>
)

/** The panel beside the copy, empty at first. */
export const BehindPanel = ({ told }: { told: Behind | null }) => (
  <aside id="behind" class={told ? 'behind' : 'behind empty'} aria-label="Behind the figures" aria-live="polite">
    <button type="button" class="quiet close" id="behind-close" {...keyed('Escape')} hidden={!told}>
      Close
    </button>
    <div id="behind-body">
      {told ? (
        <BehindMark told={told} />
      ) : (
        <p class="hint">
          Choose a figure or a claim in the copy, or press <kbd>f</kbd>, to see how it was made, down to the rows of the
          table.
        </p>
      )}
    </div>
  </aside>
)
