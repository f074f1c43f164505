/** How one provider is shown. */
import { html, nothing, type TemplateResult } from 'lit'
import type { OperatorIntegration } from '../../../worker/contract/operator/answers.ts'
import { pathTo } from '../app/routes.ts'
import { copyLine } from '../parts/views.ts'
import { ago } from '../parts/times.ts'
import { methodName } from '../provider-form/method-name.ts'
import { providerLogo } from '../../ui/provider-logo.ts'

/** Drawn before the provider is known, too: who comes here by keyboard begins at its heading. */
export const providerHead = (
  one: OperatorIntegration | null,
  fallbackName: string,
  actions: TemplateResult | typeof nothing,
): TemplateResult => html`
  <div class="head">
    <div class="title">
      ${providerLogo(one?.name ?? fallbackName, one?.icon_url ?? null)}
      <div>
        <h1 tabindex="-1">${one?.name ?? fallbackName}</h1>
        ${
          one === null
            ? nothing
            : one.enabled
              ? html`<span class="state good">Enabled</span>`
              : html`<span class="state">Disabled</span>`
        }
      </div>
    </div>
    ${actions}
  </div>
`

export const providerActions = (
  one: OperatorIntegration,
  model: {
    readonly busy: string | null
    readonly check: () => void
    readonly edit: () => void
    readonly toggle: () => void
    readonly remove: () => void
  },
): TemplateResult =>
  html`<div class="actions">
    ${
      one.credentials === null
        ? nothing
        : html`<wa-button
            size="s"
            appearance="outlined"
            ?loading=${model.busy === 'check'}
            @click=${model.check}
          >
            <wa-icon slot="start" name="activity"></wa-icon>Test
          </wa-button>`
    }
    <wa-button size="s" appearance="outlined" @click=${model.edit}>
      <wa-icon slot="start" name="edit"></wa-icon>Edit
    </wa-button>
    <wa-button
      size="s"
      appearance="outlined"
      ?loading=${model.busy === 'switch'}
      @click=${model.toggle}
      >${one.enabled ? 'Disable' : 'Enable'}</wa-button
    >
    <wa-button size="s" appearance="outlined" variant="danger" @click=${model.remove}
      >Delete</wa-button
    >
  </div>`

const CREDENTIALS = {
  shared: 'The deployment’s shared client',
  custom: 'Your client',
  organization: 'Each organization’s own client',
} as const

export const providerFacts = (
  one: OperatorIntegration,
  environmentId: string,
): TemplateResult => html`
  <section class="card">
    <div class="card-head"><h2>Settings</h2></div>
    <dl class="facts inside">
      <dt>Slug</dt>
      <dd><code>${one.slug}</code></dd>
      <dt>Connections</dt>
      <dd>
        <a href=${`${pathTo('connections', environmentId)}?provider=${one.slug}`}
          >${one.accounts.connected} connected</a
        >${
          one.accounts.needs_reauthorization === 0
            ? nothing
            : html`, ${one.accounts.needs_reauthorization} to be reauthorized`
        }
      </dd>
      <dt>Owned by</dt>
      <dd>${one.ownership === 'user' ? 'each user' : 'an organization, for its users'}</dd>
      <dt>Connect by</dt>
      <dd>${one.auth_methods.map(methodName).join(', ')}</dd>
      ${one.credentials === null ? nothing : client(one.credentials)}
      <dt>Scopes</dt>
      <dd>
        ${
          one.scopes === null
            ? html`<span class="subtle">the provider’s defaults</span>`
            : html`<ul class="chips">
                ${one.scopes.map((scope) => html`<li class="chip">${scope}</li>`)}
              </ul>`
        }
      </dd>
      ${Object.entries(one.config).map(
        ([key, value]) =>
          html`<dt>${key}</dt>
            <dd>${value}</dd>`,
      )}
      <dt>Description</dt>
      <dd>${one.description ?? html`<span class="subtle">none</span>`}</dd>
      <dt>Redirect URI</dt>
      <dd>${copyLine('the redirect URI', one.redirect_uri)}</dd>
      <dt>Changed</dt>
      <dd>${ago(one.updated_at)}</dd>
    </dl>
  </section>
`

const client = (
  credentials: NonNullable<OperatorIntegration['credentials']>,
): TemplateResult => html`
  <dt>OAuth client</dt>
  <dd>${CREDENTIALS[credentials.type]}</dd>
  ${
    credentials.client_id === null
      ? nothing
      : html`<dt>Client ID</dt>
          <dd><code>${credentials.client_id}</code></dd>`
  }
  ${
    credentials.redacted_client_secret === null
      ? nothing
      : html`<dt>Client secret</dt>
          <dd><code>•••• ${credentials.redacted_client_secret}</code></dd>`
  }
`
