/** `/docs/providers/{slug}`: how it is set up, what it can be asked for, how it behaves. */
import type { ConfigField, ProviderDefinition, Scopes } from '../../providers/definition.ts'
import type { KeyPlacement } from '../../providers/setup/key-placement.ts'
import type { SetupGuide } from '../../providers/setup/guide.ts'
import { LEVELS } from '../../providers/setup/verification.ts'
import { behaviourOf, disconnectOf } from '../providers/behaviour.ts'
import type { DocumentedProvider } from '../providers/documented.ts'
import { page } from './page.ts'
import { providerMark, WAYS } from './provider-mark.ts'
import { setUpCall } from './set-up-call.ts'
import { html, inline, type Markup } from './text.ts'

export function providerPage(provider: DocumentedProvider): string {
  const { entry, guide, key, verification, notes } = provider
  const { slug, name, notOffered } = entry
  return page({
    title: `${name} · Pipes`,
    description: `Setting up ${name}: steps, scopes, lifetimes, what disconnecting does.`,
    section: 'providers',
    main: html`<article class="provider">
      <p class="back"><a href="/docs/providers">All providers</a></p>
      <h1>${providerMark(provider)} <span>${name}</span></h1>
      <p class="marks">
        <code>${slug}</code>
        ${entry.authMethods.map((method) => html`<span class="way">${WAYS[method]}</span>`)}
        <span class="level ${verification.level}">${verification.level}</span>
      </p>
      ${notOffered === undefined ? '' : html`<p class="notice"><strong>It cannot be set up.</strong> ${notOffered.reason} ${successor(notOffered.successor)}</p>`}
      ${notOffered === undefined ? setUpSection(entry, guide) : ''}
      ${key === undefined ? '' : keySection(entry, key)} ${fieldsSection(entry.configFields)}
      ${entry.oauth === undefined ? '' : scopesSection(entry.oauth.scopes)}
      ${behaviourSection(entry, notes)}
      <section aria-labelledby="disconnect">
        <h2 id="disconnect">What disconnecting does</h2>
        <p>${inline(disconnectOf(entry))}</p>
      </section>
      <section aria-labelledby="trust">
        <h2 id="trust">How far this is checked</h2>
        <p>
          <span class="level ${verification.level}">${verification.level}</span>
          ${LEVELS[verification.level]} As of ${verification.date}: ${inline(verification.source)}.
        </p>
        ${
          entry.docsUrl === undefined
            ? ''
            : html`<p>
                What counts is
                <a href="${entry.docsUrl}" rel="noopener noreferrer" target="_blank"
                  >the provider’s own documentation</a
                >.
              </p>`
        }
        ${(entry.aliases ?? []).length === 0 ? '' : html`<p>Other names in requests: ${codes(entry.aliases ?? [])}.</p>`}
      </section>
    </article>`,
  })
}

const setUpSection = (entry: ProviderDefinition, guide: SetupGuide): Markup =>
  html`<section aria-labelledby="set-up">
    <h2 id="set-up">Set it up</h2>
    <ol class="steps">
      ${guide.steps.map((step) => html`<li>${inline(step)}</li>`)}
    </ol>
    <p>
      <a class="go" href="${guide.consoleUrl}" rel="noopener noreferrer" target="_blank"
        >Open ${consoleOf(guide.consoleUrl)}</a
      >
    </p>
    ${guide.review === undefined ? '' : html`<p class="notice"><strong>Before others connect.</strong> ${inline(guide.review)}</p>`}
    ${setUpCall(entry)}
  </section>`

const successor = (slug: string | undefined): Markup | string =>
  slug === undefined
    ? ''
    : html`Use <a href="/docs/providers/${slug}"><code>${slug}</code></a
        >.`

const consoleOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '')

const codes = (values: readonly string[]): Markup =>
  html`${values.map((value, place) => html`${place === 0 ? '' : ', '}<code>${value}</code>`)}`

const keySection = (
  { name }: ProviderDefinition,
  { in: where, name: header, format, headers = {}, check, checkMethod, note }: KeyPlacement,
): Markup =>
  html`<section aria-labelledby="key">
    <h2 id="key">With an API key</h2>
    <p>
      ${
        where === 'path'
          ? html`${name} wants the key in the address of each call, as <code>${format}</code>.`
          : html`${name} wants the key in the ${where === 'header' ? 'header' : 'query, as'}
              <code>${header}</code>${where === 'header' ? html`: <code>${format}</code>` : ''}.`
      }
      ${Object.entries(headers).map(([fixed, value]) => html`Beside it goes <code>${fixed}: ${value}</code>. `)}
      ${
        check === undefined
          ? ''
          : html`Whether a key is good tells
              <code>${checkMethod ?? 'GET'} ${check}</code
              >${checkMethod === 'POST' ? html` with the body <code>{}</code>` : ''}.`
      }
      ${note === undefined ? '' : inline(note)}
    </p>
  </section>`

const fieldsSection = (fields: readonly ConfigField[]): Markup | string =>
  fields.length === 0
    ? ''
    : html`<section aria-labelledby="settings">
        <h2 id="settings">What it has to be told</h2>
        <div class="table settings">
          <table>
            <thead>
              <tr>
                <th scope="col">Setting</th>
                <th scope="col">What it is</th>
                <th scope="col">For instance</th>
              </tr>
            </thead>
            <tbody>
              ${fields.map(
                ({ key, label, description, example, default: value, required, scope }) =>
                  html`<tr>
                    <td><code>${key}</code></td>
                    <td>
                      ${label}. ${description ?? ''}
                      ${scope === 'integration' ? 'Set on the integration.' : 'Asked of whoever connects, unless the integration has it.'}
                      ${value === undefined ? (required ? '' : 'May be left out.') : html`Unless told, <code>${value}</code>.`}
                    </td>
                    <td><code>${example ?? ''}</code></td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </section>`

function scopesSection({ available, default: asked, required }: Scopes): Markup {
  const list = [
    ...available,
    ...[...asked, ...required]
      .filter((scope) => !available.some(({ value }) => value === scope))
      .map((value) => ({ value, description: IDENTITY[value] ?? '' })),
  ]
  return html`<section aria-labelledby="scopes">
    <h2 id="scopes">Scopes</h2>
    ${
      list.length === 0
        ? html`<p>
            None are asked for: what a token may do is set at the provider, or chosen by its user.
          </p>`
        : html`<div class="table">
            <table>
              <thead>
                <tr>
                  <th scope="col">Scope</th>
                  <th scope="col">What it allows</th>
                </tr>
              </thead>
              <tbody>
                ${list.map(
                  ({ value, description }) =>
                    html`<tr>
                      <td><code>${value}</code></td>
                      <td>
                        ${description}
                        ${required.includes(value) ? html`<span class="way">always</span>` : asked.includes(value) ? html`<span class="way">by default</span>` : ''}
                      </td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`
    }
  </section>`
}

const IDENTITY: Readonly<Record<string, string>> = {
  openid: 'Sign the user in (OpenID)',
  profile: 'Read the user’s name and picture',
  email: 'Read the user’s address',
  offline_access: 'Keep access while the user is away',
}

function behaviourSection(entry: ProviderDefinition, notes: string): Markup | string {
  const sentences = behaviourOf(entry)
  if (sentences.length === 0 && notes === '') return ''
  return html`<section aria-labelledby="behaviour">
    <h2 id="behaviour">How it behaves</h2>
    ${notes === '' ? '' : html`<p>${inline(notes)}</p>`}
    <ul class="facts">
      ${sentences.map((sentence) => html`<li>${inline(sentence)}</li>`)}
    </ul>
  </section>`
}
