/** What the playground shows: an element, its states, and what happens to it there. */
import type { Language } from '../i18n/languages.ts'
import type { FakeSurroundings } from '../test/fake-surroundings.ts'
import type { AdminViewFixture } from '../test/admin-views.ts'

/** What we do with either of them. */
export type OnStage = HTMLElement & {
  apiUrl: string | null
  sessionUrl: string | null
  readonly refresh: () => Promise<void>
}

/** From an element that was just made to one of its states; names and texts are English. */
export type Steps = Pick<AdminViewFixture, 'press' | 'type' | 'toggle' | 'submit' | 'shows'>

/** Canned answers, and what can be said meanwhile. */
export type Canned = {
  readonly surroundings: FakeSurroundings
  /** The provider's answer to whoever is there. */
  readonly settle: (saysYes: boolean) => void
  /** No token is good any more, and no new one to be had. */
  readonly endSession: () => void
}
export type Staged = Canned & { readonly element: OnStage }

export type Exhibit = {
  readonly tagName: string
  /** The names of its states. */
  readonly views: readonly string[]
  readonly stepsTo: (view: string) => Steps
  /** @param around a browser that only pretends, with this network */
  readonly make: (
    view: string,
    around: (fetch: typeof globalThis.fetch) => FakeSurroundings,
  ) => Canned
  readonly inLanguage: (english: string, language: Language) => string
}

/** The first one where there is none of this name. */
export const viewNamed = <View extends { readonly name: string }>(
  views: readonly View[],
  name: string,
): View => {
  const found = views.find((view) => view.name === name) ?? views[0]
  if (found === undefined) throw new Error('There is no state to show.')
  return found
}

export const SIGNED_OUT = { status: 401, body: { message: 'Sign in first.' } } as const
export const SAYS_NO = { code: 'access_denied', message: 'The user said no.' } as const
