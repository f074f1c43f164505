/** An empty environment leads by the hand: a provider, a connection, a token. */
import { html, nothing, type TemplateResult } from 'lit'
import type { Overview } from '../../../worker/contract/operator/answers.ts'
import { may, type App } from '../app/dashboard-app.ts'
import { pathTo } from '../app/routes.ts'
import { icon } from '../parts/views.ts'

export const firstRun = (
  app: App,
  { has_integration, has_connection, has_token }: Overview['first_run'],
  isBusy: boolean,
  connectSandbox: () => void,
): TemplateResult => {
  const { id, kind } = app.environment
  const canSandbox = kind === 'sandbox' && may(app, 'developer')
  // One step at a time is what to do now; the others are there to be seen.
  const now = [has_integration, has_connection, has_token].indexOf(false) + 1
  const look = (number: number) => (number === now ? 'accent' : 'outlined')
  const variant = (number: number) => (number === now ? 'brand' : 'neutral')
  return html`
    <section class="card" aria-labelledby="first-run">
      <div class="card-head">
        <h2 id="first-run">Three steps to the first token</h2>
        <p>About two minutes</p>
      </div>
      <ol class="first">
        ${step(
          1,
          has_integration,
          'Set up a provider',
          canSandbox
            ? 'The sandbox provider needs no account anywhere: it is part of Pipes.'
            : 'Choose it in the catalogue; you need an OAuth client at the provider.',
          html`${
              canSandbox
                ? html`<wa-button
                    size="s"
                    variant=${variant(1)}
                    appearance=${look(1)}
                    ?loading=${isBusy}
                    @click=${connectSandbox}
                    >Set up the sandbox provider</wa-button
                  >`
                : nothing
            }
            <wa-button
              size="s"
              variant=${canSandbox ? 'neutral' : variant(1)}
              appearance=${canSandbox ? 'outlined' : look(1)}
              href=${`${pathTo('providers', id)}?new`}
              >Choose a provider</wa-button
            >`,
        )}
        ${step(
          2,
          has_connection,
          'Connect an account',
          kind === 'sandbox'
            ? 'Press “Connect” in the widget as your users will: here with a test user, or embedded in your app.'
            : 'Embed the widget in your app; a user presses “Connect” there.',
          html`<wa-button
            size="s"
            variant=${variant(2)}
            appearance=${look(2)}
            href=${pathTo('developers', id)}
            >${kind === 'sandbox' ? 'Try the widget' : 'Show the code'}</wa-button
          >`,
        )}
        ${step(
          3,
          has_token,
          'Fetch a token',
          'Your backend asks with an API key, and gets one that works: with the curl command, from any shell.',
          html`<wa-button
              size="s"
              variant=${variant(3)}
              appearance=${look(3)}
              href=${`${pathTo('keys', id)}?new`}
              >Create an API key</wa-button
            >
            <wa-button size="s" appearance="outlined" href=${pathTo('developers', id)}
              >Show the code</wa-button
            >`,
        )}
      </ol>
    </section>
  `
}

const step = (
  number: number,
  isDone: boolean,
  title: string,
  text: string,
  actions: TemplateResult,
): TemplateResult => html`
  <li class=${isDone ? 'is-done' : ''}>
    <span class="mark">${isDone ? icon('check') : number}</span>
    <div class="step">
      <h3>${title}${isDone ? html`<span class="unseen"> (done)</span>` : nothing}</h3>
      ${
        isDone
          ? nothing
          : html`<p>${text}</p>
              <div class="actions">${actions}</div>`
      }
    </div>
  </li>
`
