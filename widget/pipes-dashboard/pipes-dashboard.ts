import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { OperatorEnvironment, OperatorState } from '../../worker/contract/operator/answers.ts'
import { tokens } from '../styles/tokens.ts'
import { environmentApi, operatorApi } from './api/operator-api.ts'
import { createSend, type Refusal, type Send } from './api/request.ts'
import type { App } from './app/dashboard-app.ts'
import { rememberedEnvironment, rememberEnvironment } from './app/last-environment.ts'
import { linkOf } from './app/links.ts'
import { createPage, pageOf } from './app/pages.ts'
import type { Page } from './app/page.ts'
import { pathTo, readRoute, type Route } from './app/routes.ts'
import { followTheme } from './app/theme.ts'
import { Trail } from './app/trail.ts'
import { frame } from './frame/frame-view.ts'
import { Message } from './frame/message.ts'
import { frameStyles } from './frame/frame.styles.ts'
import { noEnvironment } from './frame/no-environment.ts'
import { unknownPage } from './frame/nowhere.ts'
import './parts/controls.ts'
import { failed } from './parts/views.ts'
import { isByAccess } from './sign-in/access.ts'
import './sign-in/sign-in-again.ts'
import { takeLinkToken, type LinkToken } from './sign-in/link.ts'
import { sheet } from './styles/sheet.styles.ts'
import { theme } from './styles/theme.styles.ts'

type Phase =
  | { readonly kind: 'starting' }
  | { readonly kind: 'failed'; readonly refusal: Refusal }
  | { readonly kind: 'outside'; readonly state: OperatorState }
  | { readonly kind: 'inside' }

/**
 * The operator's dashboard: who is signed in, which environment and page the address means, and the frame around it.
 *
 * @summary The place where providers are configured and connections are looked at.
 */
export class PipesDashboard extends LitElement {
  static override styles = [tokens, sheet, theme, frameStyles]

  #phase: Phase = { kind: 'starting' }
  #link: LinkToken | null = null
  #operator: App['operator'] | null = null
  #environments: readonly OperatorEnvironment[] = []
  #route: Route = readRoute(location.pathname)
  readonly #trail = new Trail()
  #page: Page | null = null
  /** What the page was made for; another entry of the history or environment makes another page. */
  #pageKey = ''
  #pageAt: { readonly at: number; readonly pathname: string } | null = null
  /** On the screen before: what had the focus there is gone. */
  #hasSignedIn = false
  /** Cloudflare Access signs people in, and no passkey. */
  #isByAccess = false
  readonly #message = new Message(this)

  readonly #plainSend: Send = createSend({ fetch: fetch.bind(window), signIn: async () => false })
  readonly #send: Send = createSend({
    fetch: fetch.bind(window),
    signIn: async (reason) => (await this.#signInAgain?.ask(reason)) ?? false,
    roleRefused: () => void this.#readSession(),
  })
  readonly #api = operatorApi(this.#send)

  override connectedCallback(): void {
    super.connectedCallback()
    followTheme()
    this.#trail.begin()
    addEventListener('popstate', this.#followHistory)
    addEventListener('hashchange', this.#followLink)
    addEventListener('keydown', this.#followKey)
    this.addEventListener('click', this.#followClick)
    this.#link = takeLinkToken()
    void this.#start()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('popstate', this.#followHistory)
    removeEventListener('hashchange', this.#followLink)
    removeEventListener('keydown', this.#followKey)
  }

  protected override render(): TemplateResult {
    return html`
      ${this.#content()}
      <pd-sign-in-again
        .send=${this.#plainSend}
        .byAccess=${this.#isByAccess}
        .signedIn=${(state: OperatorState) => this.#signedIn(state)}
      ></pd-sign-in-again>
      ${this.#message.view()}
    `
  }

  #content(): TemplateResult | typeof nothing {
    const phase = this.#phase
    switch (phase.kind) {
      case 'starting':
        return nothing
      case 'failed':
        return html`<main class="alone">${failed(phase.refusal, () => void this.#start())}</main>`
      case 'outside':
        return html`<pd-sign-in
          .send=${this.#plainSend}
          .state=${phase.state}
          .link=${this.#link}
          .done=${(state: OperatorState) => void this.#enter(state)}
        ></pd-sign-in>`
      case 'inside': {
        const app = this.#app()
        if (app === null) {
          return noEnvironment(this.#operator, this.#api, (made) => this.#changed(made))
        }
        const isUnknown = pageOf(this.#route) === null
        return frame(app, this.#route, isUnknown ? unknownPage() : this.#page)
      }
    }
  }

  async #start(): Promise<void> {
    const answer = await this.#plainSend<OperatorState>('GET', '/session')
    if (!answer.ok) return this.#show({ kind: 'failed', refusal: answer.failure })
    // A link is for somebody who has no account here, whoever else is signed in.
    const isForLink = this.#link?.path === '/invitations'
    if (answer.value.state === 'signed_in' && !isForLink) return this.#enter(answer.value)
    await import('./sign-in/sign-in-page.ts')
    this.#show({ kind: 'outside', state: answer.value })
  }

  async #enter(state: OperatorState): Promise<void> {
    this.#hasSignedIn = this.#phase.kind === 'outside'
    this.#link = null
    this.#signedIn(state)
    const answer = await this.#api.environments()
    if (!answer.ok) return this.#show({ kind: 'failed', refusal: answer.failure })
    this.#environments = answer.value.data
    this.#show({ kind: 'inside' })
    await this.#openPage()
  }

  #signedIn(state: OperatorState): void {
    this.#operator = state.operator
    this.#isByAccess = isByAccess(state)
    this.#handOn()
  }

  /** An owner may have given somebody another role, or another tab has another operator. */
  async #readSession(): Promise<void> {
    const answer = await this.#plainSend<OperatorState>('GET', '/session')
    if (answer.ok && answer.value.state === 'signed_in') this.#signedIn(answer.value)
  }

  /** The page takes whoever it is now, and what has changed; what is typed there stays. */
  #handOn(): void {
    const app = this.#app()
    if (app && this.#page) this.#page.app = app
    this.requestUpdate()
  }

  #show(phase: Phase): void {
    this.#phase = phase
    this.requestUpdate()
  }

  #app(): App | null {
    const operator = this.#operator
    const id = this.#route.environmentId ?? rememberedEnvironment()
    const environment = this.#environments.find((one) => one.id === id) ?? this.#environments[0]
    if (operator === null || environment === undefined) return null
    return {
      operator,
      environment,
      isByAccess: this.#isByAccess,
      environments: this.#environments,
      api: this.#api,
      here: environmentApi(this.#send, environment.id),
      send: this.#send,
      go: (path) => this.#go(path),
      say: (message) => this.#message.say(message),
      changed: (changed) => this.#changed(changed),
      signOut: () => void this.#signOut(),
    }
  }

  /** Makes the page that the address means, and puts the reader at its beginning. */
  async #openPage(): Promise<void> {
    const app = this.#app()
    const entry = pageOf(this.#route)
    if (app === null) return
    rememberEnvironment(app.environment.id)
    const { page, item } = this.#route
    const { pathname } = location
    const { at } = this.#trail
    const key = [at, app.environment.id, page, item].join('/')
    document.title = `${entry?.title ?? 'Not found'} · Pipes`
    if (key === this.#pageKey && this.#page) {
      this.#page.app = app
      return
    }
    this.#pageKey = key
    const left = this.#trail.comeBack()
    const made = left?.page ?? (entry === null ? null : await createPage(entry))
    if (key !== this.#pageKey) return
    if (made) Object.assign(made, { app, item })
    // Of a page that was just opened the browser's own beginning is the right one.
    const isOpening = this.#page === null && !this.#hasSignedIn
    if (this.#page && this.#pageAt) {
      this.#trail.leave(this.#pageAt.at, this.#page, this.#pageAt.pathname)
    }
    this.#page = made
    this.#pageAt = { at, pathname }
    this.requestUpdate()
    await this.updateComplete
    await made?.updateComplete
    scrollTo(0, left?.top ?? 0)
    // On a telephone the ways to the pages are a band wider than the screen.
    const here = this.shadowRoot?.querySelector('nav [aria-current="page"]')
    here?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    if (isOpening) return
    const begin = left?.focus ?? made?.shadowRoot?.querySelector('h1')
    begin?.focus({ preventScroll: true })
  }

  #go(path: string): void {
    if (path !== location.pathname + location.search) this.#trail.push(path)
    this.#followAddress()
  }

  readonly #followHistory = (): void => {
    this.#trail.follow()
    this.#followAddress()
  }

  #followAddress(): void {
    this.#route = readRoute(location.pathname)
    this.requestUpdate()
    if (this.#phase.kind === 'inside') void this.#openPage()
  }

  /** From one thing back to its list; what is open over the page has taken the key for itself. */
  readonly #followKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    this.#page?.shadowRoot?.querySelector<HTMLAnchorElement>('a[data-back]')?.click()
  }

  readonly #followLink = (): void => {
    const link = takeLinkToken()
    if (link === null) return
    this.#link = link
    this.#phase = { kind: 'starting' }
    void this.#start()
  }

  readonly #followClick = (event: MouseEvent): void => {
    const link = linkOf(event)
    if (link === null) return
    event.preventDefault()
    if (link.dataset['back'] !== undefined && this.#trail.backTo(link.pathname)) return
    this.#go(link.pathname + link.search)
  }

  #changed(environment: OperatorEnvironment): void {
    const isNew = this.#environments.every(({ id }) => id !== environment.id)
    this.#environments = isNew
      ? [...this.#environments, environment]
      : this.#environments.map((one) => (one.id === environment.id ? environment : one))
    if (isNew) this.#go(pathTo('overview', environment.id))
    this.#handOn()
  }

  async #signOut(): Promise<void> {
    // Of a session that is over already nothing is left to do.
    const answer = await this.#plainSend<null>('POST', '/sign-out')
    if (!answer.ok && answer.failure.status !== 401)
      return this.#message.say(answer.failure.message)
    this.#operator = null
    this.#page = null
    this.#pageKey = ''
    this.#trail.forget()
    await this.#start()
  }

  get #signInAgain(): HTMLElementTagNameMap['pd-sign-in-again'] | null | undefined {
    return this.shadowRoot?.querySelector('pd-sign-in-again')
  }
}
