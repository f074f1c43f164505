/** What is said to change of an integration, why that may fail, and how it is shown. */
import type { AuthMethod, IntegrationRoot } from '../../domain/integration.ts'
import type { ConfigFailure } from '../../providers/config-fields.ts'
import type { NotOffered, StringRecord } from '../../providers/definition.ts'
import type { ClientTrouble } from '../../storage/client-troubles.ts'
import type { ClientVersion } from '../../storage/client-versions.ts'
import type { CustomProvider, IntegrationRow } from '../../storage/data-integrations.ts'
import type { MoveFailure } from './check-move.ts'
import type { CustomProviderSettings } from './custom-provider-settings.ts'
import type { MethodFailure } from './integration-methods.ts'
import type { ClientPlanFailure, Credentials } from './plan-client.ts'

export type IntegrationInput = {
  readonly description?: string | null | undefined
  readonly enabled?: boolean | undefined
  readonly scopes?: readonly string[] | null | undefined
  readonly credentials?: Credentials | undefined
  /** Chosen when the integration is made; then fixed. */
  readonly authMethods?: readonly AuthMethod[] | undefined
  /** All of it: what is not named is not set any more. */
  readonly config?: StringRecord | undefined
  /** Of a new one: the part of the redirect URI that was shown before. */
  readonly redirectKey?: string | undefined
  /** Without its secret: it stays off until somebody has entered one. */
  readonly isDraft?: true | undefined
  /** Only if nobody has changed it since this `updatedAt`. */
  readonly unchangedSince?: number | undefined
  /** Of a definition that is there already: what it becomes. */
  readonly custom?:
    | CustomProviderSettings
    | ((stored: CustomProvider['source']) => CustomProviderSettings)
    | undefined
}

export type IntegrationFailure =
  | ({ readonly kind: 'integration_exists' } & IntegrationRoot)
  | { readonly kind: 'integration_not_found'; readonly slug: string }
  | { readonly kind: 'integration_changed'; readonly slug: string }
  | { readonly kind: 'changed_meanwhile' }
  | { readonly kind: 'redirect_key_taken' }
  | { readonly kind: 'provider_already_defined'; readonly slug: string }
  | { readonly kind: 'provider_unknown'; readonly slug: string }
  | { readonly kind: 'provider_reserved'; readonly slug: string }
  | { readonly kind: 'provider_sandbox_only'; readonly slug: string }
  | ({ readonly kind: 'provider_not_offered'; readonly slug: string } & Omit<NotOffered, 'kind'>)
  | MethodFailure
  | ConfigFailure
  | { readonly kind: 'custom_credentials_not_allowed'; readonly slug: string }
  | ClientPlanFailure
  | { readonly kind: 'url_not_allowed'; readonly field: string; readonly reason: string }
  | MoveFailure
  | { readonly kind: 'scopes_required'; readonly slug: string }

/** The integration as it is shown: the row, and the client's id and last four characters. */
export type IntegrationView = IntegrationRow & {
  readonly client: ClientVersion | null
  readonly troubles: readonly ClientTrouble[]
}
