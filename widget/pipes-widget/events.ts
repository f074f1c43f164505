import type { Problem } from '../api/problem.ts'

/** What the widget tells the page that holds it. All of them bubble and leave the shadow tree; none carries a secret. */

const OUTWARD = { bubbles: true, composed: true } as const

/** An account was connected or reauthorized, and the Worker has confirmed it. */
export class PipesConnectedEvent extends Event {
  /** Of the provider. */
  declare readonly slug: string
  /** Id of the connected account; null in the rare case that the Worker did not say. */
  declare readonly accountId: string | null
  /** Whose account it is at the provider, for people. */
  declare readonly accountLabel: string | null

  constructor(
    slug: string,
    account: { readonly id: string; readonly label: string | null } | null,
  ) {
    super('pipes-connected', OUTWARD)
    this.slug = slug
    this.accountId = account?.id ?? null
    this.accountLabel = account?.label ?? null
  }
}

/** An account was disconnected. */
export class PipesDisconnectedEvent extends Event {
  /** Of the provider. */
  declare readonly slug: string
  /** Id of the account that was connected. */
  declare readonly accountId: string

  constructor(slug: string, accountId: string) {
    super('pipes-disconnected', OUTWARD)
    this.slug = slug
    this.accountId = accountId
  }
}

/** A connection that the page may count on works no longer: its grant is over, and the user has to come again. */
export class PipesReauthorizationNeededEvent extends Event {
  /** Of the provider. */
  declare readonly slug: string
  /** Id of the connected account. */
  declare readonly accountId: string
  /** Whose account it is at the provider, for people. */
  declare readonly accountLabel: string | null

  constructor(slug: string, account: { readonly id: string; readonly label: string | null }) {
    super('pipes-reauthorization-needed', OUTWARD)
    this.slug = slug
    this.accountId = account.id
    this.accountLabel = account.label
  }
}

/** Something failed, and the user has been told. For the page's own log: the code is stable, the message is not. */
export class PipesErrorEvent extends Event {
  /** Stable, for programs; `/docs/errors/{code}` of the Worker explains each. */
  declare readonly code: string
  /** In English, for developers: what the Worker, the browser or the page's own session endpoint said. */
  declare readonly message: string
  /** The row that it is about; null when it is about the whole widget. */
  declare readonly slug: string | null

  constructor({ code, message, cause }: Problem, slug: string | null) {
    super('pipes-error', OUTWARD)
    this.code = code
    this.message = cause ?? message ?? code
    this.slug = slug
  }
}

/** The session is over and no new one was to be had. Setting `authToken` or `getToken` starts again. */
export class PipesSessionExpiredEvent extends Event {
  constructor() {
    super('pipes-session-expired', OUTWARD)
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'pipes-connected': PipesConnectedEvent
    'pipes-disconnected': PipesDisconnectedEvent
    'pipes-error': PipesErrorEvent
    'pipes-reauthorization-needed': PipesReauthorizationNeededEvent
    'pipes-session-expired': PipesSessionExpiredEvent
  }
}
