/** For developers: code with this environment's own values, and the widget itself to try with a test user. */
import { css, html, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import '../../pipes-widget/pipes-widget.define.ts'
import type { PipesConnectedEvent } from '../../pipes-widget/events.ts'
import type { OperatorIntegration } from '../../../worker/contract/operator/answers.ts'
import { may } from '../app/dashboard-app.ts'
import { Loading } from '../app/loading.ts'
import { Page } from '../app/page.ts'
import { pathTo } from '../app/routes.ts'
import { curlCode, embedCode, sessionCode, tokenCode } from '../developers/code.ts'
import { textField } from '../parts/fields.ts'
import { codeBlock, icon } from '../parts/views.ts'
import { sheet } from '../styles/sheet.styles.ts'

const TEST_USER = 'user_playground'

class DevelopersPage extends Page {
  static override styles = [
    sheet,
    css`
      .inside {
        display: grid;
        gap: 0.75rem;
      }
      .inside > * {
        min-width: 0;
      }
      .user {
        display: grid;
        grid-template-columns: minmax(0, 20rem) auto;
        align-items: end;
        justify-content: start;
        gap: 0.5rem;
      }
    `,
  ]

  readonly #providers = new Loading(this, () => this.app.here.integrations())
  #user = TEST_USER
  /** Whose widget is shown; null: nobody's yet. */
  #shownUser: string | null = null
  /** What that user has connected just now. */
  #connected: string | null = null

  protected override render(): TemplateResult {
    const { origin } = location
    const { state } = this.#providers
    const likely = state.kind === 'ready' ? likelyOf(state.value.data) : 'github'
    const slug = this.#connected ?? likely
    const user = this.app.environment.kind === 'sandbox' ? this.#user.trim() : 'user_123'
    return html`
      <div class="head">
        <div>
          <h1 tabindex="-1">Developers</h1>
          <p>Ready to paste; the values are those of ${this.app.environment.name}.</p>
        </div>
        <wa-button size="s" appearance="outlined" href="/docs" target="_blank">
          <wa-icon slot="start" name="external"></wa-icon>API reference
        </wa-button>
      </div>
      <div class="stack">
        ${this.#playground()}
        ${part(
          'Embed the widget',
          html`In the page where your users manage their connections.`,
          html`${this.#whoEmbeds()} ${codeBlock('the embed code', embedCode(origin))}`,
        )}
        ${part(
          'Give it a session',
          html`In your backend, with an
            <a href=${pathTo('keys', this.app.environment.id)}>API key</a>.`,
          codeBlock('the session code', sessionCode(origin)),
        )}
        ${part(
          'Fetch a token',
          html`Each time you need one: it is refreshed when it has to be.`,
          html`${codeBlock('the token code', tokenCode(origin, slug, user))}
          ${codeBlock('the curl command', curlCode(origin, slug, user))}`,
        )}
      </div>
    `
  }

  /** Said here, and not first by the widget on a page of theirs. */
  #whoEmbeds(): TemplateResult | typeof nothing {
    const { id, kind, allowed_origins: origins } = this.app.environment
    if (kind === 'sandbox' || origins.length > 0) return nothing
    return html`<p class="problem">
      ${icon('warning')}
      <span
        >No page may embed it yet: add the origin of yours to the addresses in
        <a href=${pathTo('settings', id)}>Settings</a>.</span
      >
    </p>`
  }

  #playground(): TemplateResult | typeof nothing {
    const { app } = this
    if (app.environment.kind !== 'sandbox' || !may(app, 'developer')) return nothing
    return part(
      'Try it',
      html`The widget as this user sees it. What is connected here is a connection like any other.`,
      html`
        <form
          class="user"
          method="dialog"
          novalidate
          @submit=${(event: Event) => {
            event.preventDefault()
            this.#shownUser = this.#user.trim()
            this.#connected = null
            this.requestUpdate()
          }}
        >
          ${textField({
            name: 'user_id',
            label: 'Test user',
            value: this.#user,
            // The code below is for this user.
            edit: (typed) => {
              this.#user = typed
              this.requestUpdate()
            },
          })}
          <wa-button type="submit" size="s" variant="brand">Show the widget</wa-button>
        </form>
        ${this.#shownUser === null ? nothing : this.#widget(this.#shownUser)}
      `,
    )
  }

  /** Another user is another widget: nothing of the one before stays. */
  #widget(user: string): TemplateResult {
    const getToken = async (): Promise<string> => {
      const answer = await this.app.here.playground(user)
      if (answer.ok) return answer.value.token
      this.app.say(answer.failure.message)
      throw new Error(answer.failure.code)
    }
    return html`${keyed(
      user,
      html`<pipes-widget
        .apiUrl=${location.origin}
        .getToken=${getToken}
        @pipes-connected=${({ slug }: PipesConnectedEvent) => {
          this.#connected = slug
          this.requestUpdate()
          this.app.say('Connected. The code on Developers fetches its token.')
        }}
      ></pipes-widget>`,
    )}`
  }
}

/** The one with the most connections; of several without any the one that was set up first. */
const likelyOf = (all: readonly OperatorIntegration[]): string =>
  all
    .filter(({ ownership, enabled }) => ownership === 'user' && enabled)
    .toReversed()
    .toSorted((one, other) => other.accounts.connected - one.accounts.connected)[0]?.slug ??
  'github'

const part = (title: string, text: TemplateResult, content: TemplateResult): TemplateResult => html`
  <section class="card">
    <div class="card-head">
      <div>
        <h2>${title}</h2>
        <p>${text}</p>
      </div>
    </div>
    <div class="inside">${content}</div>
  </section>
`

customElements.define('pd-developers', DevelopersPage)
