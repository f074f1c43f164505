/** What `<pipes-admin>` says beside the words that it shares with `<pipes-widget>`, as plain JSON. */
import type { NewsKind } from '../pipes-admin/state.ts'
import type { MessageOverrides, Messages } from './messages.ts'
import type { Plural } from './plural.ts'

export type AdminMessages = {
  readonly membersTitle: string
  readonly membersText: string
  readonly sharedTitle: string
  readonly sharedText: string

  readonly available: string
  readonly offByOrganization: string
  readonly offByDeveloper: string
  readonly needsSetup: string
  readonly switchName: string
  readonly switching: string
  readonly saving: string
  readonly saved: string

  readonly setUp: string
  readonly setUpName: string
  readonly settings: string
  readonly settingsName: string
  readonly people: string
  readonly peopleName: string
  /** All that are shared at a provider. */
  readonly accounts: string
  readonly accountsName: string

  /** English is with the dialogs themselves (`en-admin-dialogs.ts`), which most visits never open. */
  readonly dialogs: Partial<DialogMessages>

  readonly loading: string
  readonly emptyTitle: string
  readonly emptyText: string
  readonly failedTitle: string
  readonly notPermittedTitle: string
  readonly notPermittedText: string

  /** What is announced to those who do not see it. */
  readonly news: Readonly<Partial<Record<NewsKind, string>>>
  readonly problems: Readonly<Record<string, string>>
}

/** The dialogs: settings, who has connected, and the questions before something ends. */
export type DialogMessages = {
  readonly offTitle: string
  readonly offText: string
  readonly offPeople: Plural
  /** In its place where there are more than have been counted. */
  readonly offPeopleOver: string
  /** In its place where they could not be counted. */
  readonly offPeopleUnknown: string
  readonly offShared: string
  readonly switchOff: string

  readonly disconnectTitle: string
  readonly disconnectText: string
  readonly disconnectTextAccount: string

  readonly peopleTitle: string
  readonly peopleNone: string
  readonly peopleSince: string
  readonly peopleMore: string
  readonly reading: string
  readonly close: string

  readonly step: string
  readonly clientText: string
  readonly redirectUri: string
  readonly copy: string
  readonly copyName: string
  readonly copied: string
  readonly keepSecret: string
  readonly secretForClient: string
  readonly scopesTitle: string
  readonly scopesNone: string
  readonly otherScopes: string
  readonly otherScopesHint: string
  readonly scopesRemoved: string
  readonly next: string
  readonly back: string
  readonly save: string
}

export type AdminWords = Messages & { readonly admin: AdminMessages }

export type AdminOverrides = MessageOverrides & { readonly admin?: Partial<AdminMessages> }
