/** The consent page: who you are, what the app may do, and how this connection will behave. */
import { html } from 'hono/html'
import { DEFAULT_BEHAVIOUR } from '../../../sandbox-provider/behaviour.ts'
import type { AppContext } from '../../context.ts'
import { documentOf } from '../../document.ts'
import { PAGE_STYLE } from '../connect/page-style.ts'
import type { AuthorizationRequest } from './authorization-request.ts'
import { CHOICES, type Choice } from './consent-choices.ts'
import { CONSENT_SCRIPT } from './consent-script.ts'
import { CONSENT_STYLE } from './consent-style.ts'

const sendDocument = documentOf(CONSENT_SCRIPT, PAGE_STYLE + CONSENT_STYLE)

const PEOPLE = [
  { name: 'Ada Lovelace', account: 'ada@example.com', initials: 'AL' },
  { name: 'Grace Hopper', account: 'grace@example.com', initials: 'GH' },
] as const

export function renderConsent(c: AppContext, request: AuthorizationRequest) {
  const { environment, redirectUri, scopes } = request
  return sendDocument(c, 200, {
    title: `Allow ${environment.name}? · Sandbox`,
    main: html`<main class="consent">
      <header>
        <img src="${c.var.deps.publicUrl}/icons/sandbox.svg" alt="" width="40" height="40" />
        <p><strong>Sandbox</strong><span class="tag">Test provider</span></p>
      </header>
      <h1>${environment.name} wants to use your Sandbox account</h1>
      <p class="lead">Nobody here is real: choose who you are, and what will happen later.</p>

      <fieldset>
        <legend>Continue as</legend>
        <div class="box">
          ${PEOPLE.map(
            ({ name, account, initials }, index) =>
              html`<label class="row">
                <input
                  type="radio"
                  name="account"
                  value="${account}"
                  ${index === 0 ? 'checked' : ''}
                />
                <span class="avatar" aria-hidden="true">${initials}</span>
                <span><b>${name}</b><small>${account}</small></span>
              </label>`,
          )}
          <label class="row">
            <input type="radio" name="account" value="" aria-label="Another account" />
            <span class="avatar" aria-hidden="true">+</span>
            <input
              id="other"
              type="text"
              placeholder="Another account"
              aria-label="Name of another account"
              maxlength="200"
              autocomplete="off"
              autocapitalize="none"
              spellcheck="false"
            />
          </label>
        </div>
      </fieldset>

      <fieldset>
        <legend>${environment.name} may</legend>
        <div class="box">
          ${scopes.map(
            ({ value, description }) =>
              html`<label class="row">
                <input type="checkbox" name="scope" value="${value}" checked />
                <span><b>${description}</b><small>${value}</small></span>
              </label>`,
          )}
        </div>
      </fieldset>

      <details>
        <summary>Behaviour of this connection</summary>
        <div class="grid">
          <label for="lifetime">Access token lives</label>
          <span class="unit"
            ><input
              id="lifetime"
              type="number"
              min="1"
              max="2592000"
              value="${DEFAULT_BEHAVIOUR.expiresIn}"
              inputmode="numeric"
            />seconds</span
          >
          ${CHOICES.map(choice)}
        </div>
      </details>

      <p id="problem" class="problem" role="alert"></p>
      <div class="actions">
        <button id="deny" type="button" class="quiet">Deny</button>
        <button id="allow" type="button">Allow</button>
      </div>
      <p class="hint">Either way you go back to ${new URL(redirectUri).host}</p>
    </main>`,
  })
}

const choice = ({ id, label, part, options }: Choice) =>
  html`<label for="${id}">${label}</label>
    <select id="${id}" data-part="${part}">
      ${options.map(([text, value]) => html`<option value="${value === null ? '' : JSON.stringify(value)}">${text}</option>`)}
    </select>`
