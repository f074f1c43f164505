/** What `<pipes-admin>` tells its page beside the events of `<pipes-widget>`. Like them it carries no secret. */
import type { Place } from '../api/configuration.ts'

/** Something was set for the organization, and the Worker has confirmed it. */
export class PipesConfiguredEvent extends Event {
  /** Of the provider. */
  readonly slug: string
  /** Whose connections it is about: members' own, or the shared one. */
  readonly place: Place
  /** Set where it was switched on or off. */
  readonly enabled: boolean | null

  constructor(slug: string, place: Place, enabled: boolean | null) {
    super('pipes-configured', { bubbles: true, composed: true })
    this.slug = slug
    this.place = place
    this.enabled = enabled
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'pipes-configured': PipesConfiguredEvent
  }
}
