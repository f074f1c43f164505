/** Connections as a table of which only the rows in the window are there; it says how long it is, and each row which it is. */
import { html, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { OperatorAccountList } from '../../../worker/contract/operator/answers.ts'
import { pathTo } from '../app/routes.ts'
import { accountName, accountState } from '../connection/account-views.ts'
import { ago } from '../parts/times.ts'
import { icon } from '../parts/views.ts'
import type { PagedRows } from './paged-rows.ts'
import type { Drawn } from './rows-in-window.ts'

export type Account = OperatorAccountList['data'][number]

/** Its head is the first row. */
const rowNumber = (index: number): number => index + 2

export const accountTable = (
  rows: PagedRows<Account>,
  drawn: readonly Drawn[],
  environmentId: string,
): TemplateResult => html`
  <div class="card frame">
    <table aria-rowcount=${rows.isComplete ? rowNumber(rows.count - 1) : -1}>
      <thead>
        <tr aria-rowindex="1">
          <th scope="col" class="account">Account</th>
          <th scope="col" class="wide owner">Owner</th>
          <th scope="col" class="state-column">State</th>
          <th scope="col" class="wide">Last used</th>
          <th scope="col" class="wide">Needs its user</th>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          drawn,
          (one) => (one.kind === 'row' ? one.index : `before ${one.before}`),
          (one) =>
            one.kind === 'gap'
              ? gap(one.height)
              : row(one.index, rows.at(one.index), environmentId),
        )}
      </tbody>
    </table>
    ${foot(rows)}
    <p class="unseen" role="status">
      ${rows.isReading ? '' : `${count(rows.count)}${rows.isComplete ? '' : ', and more'}`}
    </p>
  </div>
`

/** As high as the rows that are not drawn. One cell: more of them would make columns that are hidden on a telephone. */
const gap = (height: number): TemplateResult =>
  html`<tr class="gap" aria-hidden="true" .style=${`height: ${height}px`}>
    <td></td>
  </tr>`

const row = (
  index: number,
  account: Account | undefined,
  environmentId: string,
): TemplateResult => {
  if (account === undefined) {
    return html`<tr data-index=${index} aria-rowindex=${rowNumber(index)} aria-busy="true">
      <td><span class="bone"></span><span class="unseen">Loading …</span></td>
    </tr>`
  }
  const { id, provider_slug: slug, user_id: user, organization_id: organization } = account
  return html`<tr data-index=${index} aria-rowindex=${rowNumber(index)}>
    <td>
      <a href=${pathTo('connections', environmentId, id)}>${accountName(account)}</a>
      <div class="subtle small">${slug}</div>
      <div class="narrow subtle small mono">${user ?? organization}</div>
    </td>
    <td class="wide">
      <span class="mono">${user ?? organization}</span>
      <div class="subtle small mono">${user === null ? 'shared' : organization}</div>
    </td>
    <td>${accountState(account)}</td>
    <td class="wide">${ago(account.last_used_at)}</td>
    <td class="wide">
      ${
        account.needs_user_at === null
          ? html`<span class="subtle">not foreseen</span>`
          : ago(account.needs_user_at)
      }
    </td>
  </tr>`
}

/** Where the list goes on: what it is waiting for, or how long it was. */
const foot = (rows: PagedRows<Account>): TemplateResult => {
  const { refusal } = rows
  if (refusal !== null) {
    return html`<div class="more" role="alert">
      <span class="fault"
        >${icon(refusal.status === 0 ? 'unplug' : 'alert')} ${refusal.message}</span
      >
      <wa-button size="s" appearance="outlined" @click=${() => rows.again()}>Try again</wa-button>
    </div>`
  }
  return html`<div class="more subtle">
    ${rows.isComplete ? count(rows.count) : rows.isReading ? 'Loading more …' : 'More below …'}
  </div>`
}

const count = (number: number): string =>
  `${number.toLocaleString('en')} ${number === 1 ? 'connection' : 'connections'}`
