/** What is known of a connection. */
import { html, nothing, type TemplateResult } from 'lit'
import type { AccountPage } from '../../../worker/contract/operator/answers.ts'
import { pathTo } from '../app/routes.ts'
import { ago, at } from '../parts/times.ts'
import { methodName } from '../provider-form/method-name.ts'

type Account = AccountPage['account']

export const accountFacts = (account: Account, environmentId: string): TemplateResult => html`
  <section class="card">
    <div class="card-head"><h2>Account</h2></div>
    <dl class="facts inside">
      <dt>Provider</dt>
      <dd>
        <a href=${pathTo('providers', environmentId, providerItem(account))}
          >${account.provider_slug}</a
        >
      </dd>
      ${fact('User', account.user_id)} ${fact('Organization', account.organization_id)}
      ${fact('Account at the provider', account.account_identifier)}
      <dt>Connected by</dt>
      <dd>${methodName(account.auth_method)}</dd>
      <dt>Scopes</dt>
      <dd>
        ${
          account.scopes.length === 0
            ? html`<span class="subtle">none</span>`
            : html`<ul class="chips">
                ${account.scopes.map((scope) => html`<li class="chip">${scope}</li>`)}
              </ul>`
        }
      </dd>
      <dt>Connected</dt>
      <dd>${at(account.created_at)}</dd>
      <dt>Last used</dt>
      <dd>${ago(account.last_used_at)}</dd>
      <dt>Last refreshed</dt>
      <dd>${ago(account.last_refreshed_at)}</dd>
      <dt>Needs the user</dt>
      <dd>${forecast(account)}</dd>
      ${
        account.last_error === null
          ? nothing
          : html`<dt>Last error</dt>
              <dd>
                <code>${account.last_error.code}</code> (${account.last_error.class}),
                ${ago(account.last_error.at)}
              </dd>`
      }
      ${fact('Id', account.id)}
    </dl>
  </section>
`

const fact = (name: string, value: string | null): TemplateResult | typeof nothing =>
  value === null
    ? nothing
    : html`<dt>${name}</dt>
        <dd><span class="mono">${value}</span></dd>`

/** Without a user it is an organization's own connection. */
const providerItem = ({ provider_slug: slug, user_id: user }: Account): string =>
  user === null ? `${slug}:organization` : slug

const REASONS: Readonly<Record<string, string>> = {
  access_token_expires: 'the access token ends, and there is no other',
  refresh_token_expires: 'the refresh token ends',
  grant_expires: 'the grant ends',
  idle_limit: 'unless it is used before',
  needs_reauthorization: 'the grant is over',
}

const forecast = ({
  needs_user_at: when,
  needs_user_reason: reason,
}: Account): TemplateResult | string => {
  if (when === null) return 'not foreseen'
  const why = reason === null ? undefined : (REASONS[reason] ?? reason)
  return html`${ago(when)}${why === undefined ? nothing : html`, ${why}`}`
}
