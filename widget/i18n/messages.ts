/**
 * What the widget says, as plain JSON: strings with {placeholders}.
 * A page passes its own words as the property `messages`; what it leaves out stays as it is in the language spoken.
 */

import { asObject } from '../api/read.ts'
import type { Activity } from '../pipes-widget/row.ts'
import type { News } from '../pipes-widget/state.ts'

export type Messages = {
  readonly listLabel: string

  readonly connect: string
  readonly connectName: string
  readonly reauthorize: string
  readonly reauthorizeName: string
  readonly allow: string
  readonly allowName: string
  readonly manage: string
  readonly manageName: string
  readonly disconnect: string
  readonly disconnectName: string
  /** Of the button that shows and hides the details. */
  readonly detailsName: string
  readonly updateKey: string
  readonly updateKeyName: string
  readonly updateClient: string
  readonly updateClientName: string
  readonly cancel: string
  readonly cancelName: string
  readonly tryAgain: string

  readonly notConnected: string
  readonly connected: string
  readonly needsReauthorization: string
  /** The user has not granted all that is asked for. */
  readonly limited: string
  /** Of several accounts, the one that the app uses. */
  readonly inUse: string
  /** Above the list, for one connection that is over and for several. */
  readonly repairOne: string
  readonly repairSeveral: string

  readonly ownTitle: string

  /** For those who do not see the points before `{last4}`. */
  readonly keyEnding: string
  readonly opening: string
  /** In place of the state while something is going on. */
  readonly activities: Readonly<Partial<Record<Activity, string>>>

  /** English is with the form itself (`en-form.ts`), as most pages never need it. */
  readonly form: Partial<FormMessages>
  /** Likewise, in `en-more.ts`. */
  readonly more: Partial<MoreMessages>

  readonly loading: string
  readonly emptyTitle: string
  readonly emptyText: string
  readonly failedTitle: string
  readonly sessionExpiredTitle: string
  readonly sessionExpiredText: string

  /** What is announced to those who do not see it. A fact without a message is not announced. */
  readonly news: Readonly<Partial<Record<News['kind'], string>>>

  /** One sentence or two for a code, or for several between spaces: what happened, and what to do next. `{name}` is the provider's. */
  readonly problems: Readonly<Record<string, string>>
  /** Stands for `{name}` where the provider is not known. */
  readonly someProvider: string
  readonly unknownProblem: string
}

/** The dialog in which something is entered before connecting. */
export type FormMessages = {
  readonly connectTitle: string
  readonly reauthorizeTitle: string
  readonly keyTitle: string
  readonly clientTitle: string

  /** Above the ways to connect, where there are several. */
  readonly choose: string
  readonly chooseSignIn: string
  readonly chooseKey: string
  readonly chooseClient: string

  readonly signInText: string
  readonly keyText: string
  readonly clientText: string
  /** Under a secret. */
  readonly secretNote: string
  /** In its place when there is a key already, `{last4}`. */
  readonly currentKey: string

  readonly key: string
  readonly newKey: string
  readonly clientId: string
  readonly clientSecret: string
  readonly optional: string
  readonly example: string
  /** `{value}` holds where the field is left empty. */
  readonly fallback: string
  readonly show: string
  readonly showName: string
  readonly hide: string
  readonly hideName: string

  readonly submitSignIn: string
  readonly submit: string
  readonly submitUpdate: string
  readonly sending: string

  /** At a field. */
  readonly missing: string
  readonly malformed: string
  readonly refused: string
}

/** Before a connection is cut, above a long list, of what is shared, and of a row's accounts when it is opened. */
export type MoreMessages = {
  readonly confirmTitle: string
  readonly confirmText: string
  readonly confirmTextAccount: string
  readonly search: string
  readonly category: string
  readonly allCategories: string
  readonly nothingFound: string
  readonly nothingFoundText: string
  readonly showAll: string
  /** Announced: `{count}` rows. */
  readonly found: string
  readonly sharedTitle: string
  readonly sharedTitleOf: string
  readonly available: string
  readonly needsAdministrator: string
  /** Where a provider wants its administrator's word: a letter to them, with the page's address. */
  readonly askAdministrator: string
  readonly askSubject: string
  readonly askText: string
  readonly connectedSince: string
  readonly lastUsed: string
  readonly neverUsed: string
  /** `{date}`: when the user will have to come again, as far as the provider's rules tell. */
  readonly needsYou: string
  readonly granted: string
  readonly missing: string
  /** At the field for a name of one's own, and on its button. */
  readonly nickname: string
  readonly save: string
  /** Of several accounts: lets the app use this one. */
  readonly use: string
  /** For an account without a name. */
  readonly someAccount: string
  readonly add: string
  readonly addName: string
  readonly categories: Readonly<Record<string, string>>
}

export type MessageOverrides = Partial<Messages>

/**
 * Other words over the base, text by text and table by table: a language's, or a page's own. What is neither, or in the
 * place of the other, leaves what there is.
 */
export const withOverrides = <Words extends object>(base: Words, overrides: unknown): Words => {
  const words = { ...base } as Record<string, unknown>
  for (const [key, own] of Object.entries(overrides ?? {})) {
    const before = words[key]
    if (typeof own === 'string' && typeof before !== 'object') words[key] = own
    if (asObject(own) && typeof before !== 'string')
      words[key] = withOverrides({ ...(before as object) }, own)
  }
  return words as Words
}

/**
 * Fills `{name}` and its like in one pass, so that a value with braces in it stays what it is. In a text that runs from
 * right to left each value stands in isolates (UAX 9), so that a name that ends in a bracket keeps it at its end.
 */
export const fill = (template: string, values: Readonly<Record<string, string>>): string => {
  const [open, close] = RIGHT_TO_LEFT.test(template) ? ['\u2068', '\u2069'] : ['', '']
  return template.replace(/\{(\w+)\}/g, (placeholder, key: string) =>
    Object.hasOwn(values, key) ? `${open}${values[key]}${close}` : placeholder,
  )
}

/** Hebrew, Arabic and what lies between them. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff]/
