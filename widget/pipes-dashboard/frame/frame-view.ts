/** What stands around every page: environments, the ways to the pages, and whoever is signed in. */
import { html, nothing, type TemplateResult } from 'lit'
import type { App } from '../app/dashboard-app.ts'
import { may } from '../app/dashboard-app.ts'
import { pathTo, pathToDeployment, type EnvironmentPage, type Route } from '../app/routes.ts'
import { chooseTheme, type Theme } from '../app/theme.ts'
import { icon } from '../parts/views.ts'

type Way = { readonly label: string; readonly glyph: string; readonly page: EnvironmentPage }

const WAYS: readonly Way[] = [
  { label: 'Overview', glyph: 'home', page: 'overview' },
  { label: 'Providers', glyph: 'providers', page: 'providers' },
  { label: 'Connections', glyph: 'link', page: 'connections' },
  { label: 'Organizations', glyph: 'organizations', page: 'organizations' },
  { label: 'API keys', glyph: 'key', page: 'keys' },
  { label: 'Developers', glyph: 'code', page: 'developers' },
  { label: 'Settings', glyph: 'settings', page: 'settings' },
]

export const frame = (app: App, route: Route, page: unknown): TemplateResult => html`
  <div class="frame-grid">
    <header class="side">
      <button type="button" class="skip" @click=${skip}>Skip to the page</button>
      <div class="brand">
        <img src="/dashboard/assets/mark.svg" alt="" width="24" height="24" />Pipes
      </div>
      ${environmentMenu(app)}
      <nav aria-label="Dashboard">
        <ul>
          ${WAYS.map(({ label, glyph, page: target }) =>
            way(label, glyph, pathTo(target, app.environment.id), route.page === target),
          )}
          ${
            may(app, 'owner')
              ? way('People', 'people', pathToDeployment('people'), route.page === 'people')
              : ''
          }
          ${way('Audit', 'audit', pathToDeployment('audit'), route.page === 'audit')}
        </ul>
      </nav>
      ${personMenu(app)}
    </header>
    <main id="page" tabindex="-1">${page}</main>
  </div>
`

const way = (label: string, glyph: string, path: string, isHere: boolean): TemplateResult =>
  html`<li>
    <a href=${path} aria-current=${isHere ? 'page' : 'false'}>${icon(glyph)}${label}</a>
  </li>`

const environmentMenu = ({ environment, environments, go }: App): TemplateResult => html`
  <wa-dropdown
    class="environment"
    placement="bottom-start"
    @wa-select=${(event: CustomEvent<{ item: { value: string } }>) =>
      go(pathTo('overview', event.detail.item.value))}
  >
    <wa-button slot="trigger" size="s" appearance="outlined" with-caret>
      <span class="unseen">Environment: </span>${environment.name}
    </wa-button>
    ${environments.map(
      ({ id, name, kind }) =>
        html`<wa-dropdown-item value=${id}
          >${
            id === environment.id ? html`<wa-icon slot="icon" name="check"></wa-icon>` : nothing
          }${name}<span slot="details">${kind}</span></wa-dropdown-item
        >`,
    )}
  </wa-dropdown>
`

const THEMES: readonly (readonly [Theme, string, string])[] = [
  ['system', 'system', 'As the system'],
  ['light', 'sun', 'Light'],
  ['dark', 'moon', 'Dark'],
]

const personMenu = ({ operator, isByAccess, go, signOut }: App): TemplateResult => html`
  <wa-dropdown
    class="person"
    placement="top-start"
    @wa-select=${(event: CustomEvent<{ item: { value: string } }>) => {
      const { value } = event.detail.item
      if (value === 'account') go(pathToDeployment('account'))
      else if (value === 'sign-out') signOut()
      else chooseTheme(value as Theme)
    }}
  >
    <wa-button slot="trigger" size="s" appearance="plain">
      <wa-icon slot="start" name="user"></wa-icon>
      <span class="person-name">${operator.name}</span>
    </wa-button>
    <wa-dropdown-item value="account">
      <wa-icon slot="icon" name="passkey"></wa-icon
      >${isByAccess ? 'Sessions' : 'Passkeys and sessions'}
    </wa-dropdown-item>
    ${THEMES.map(
      ([theme, glyph, label]) =>
        html`<wa-dropdown-item value=${theme}>
          <wa-icon slot="icon" name=${glyph}></wa-icon>${label}
        </wa-dropdown-item>`,
    )}
    <wa-dropdown-item value="sign-out">
      <wa-icon slot="icon" name="leave"></wa-icon>Sign out
    </wa-dropdown-item>
  </wa-dropdown>
`

/** A link would not do: inside of a shadow root a fragment leads nowhere. */
const skip = (event: Event): void => {
  const root = (event.currentTarget as Element).getRootNode() as ShadowRoot
  root.getElementById('page')?.focus()
}
