/** Every failure that is expected, whichever use case it comes from. */
import type { AccountFailure } from '../../use-cases/accounts/get-account.ts'
import type { ImportFailure } from '../../use-cases/accounts/token-place.ts'
import type { SecretFailure } from '../../use-cases/accounts/secret-place.ts'
import type { DisconnectFailure } from '../../use-cases/accounts/disconnect.ts'
import type { CompleteFailure } from '../../use-cases/connect/complete-connect.ts'
import type { OpenFailure } from '../../use-cases/connect/open-connect.ts'
import type { StartFailure } from '../../use-cases/connect/start-connect.ts'
import type { CheckFailure } from '../../use-cases/data-integrations/check-integration.ts'
import type { DiscoverFailure } from '../../use-cases/data-integrations/discover-provider.ts'
import type { IntegrationFailure } from '../../use-cases/data-integrations/integration-input.ts'
import type { ExchangeFailure } from '../../use-cases/tokens/exchange-user-token.ts'
import type { RejectFailure } from '../../use-cases/tokens/reject-access-token.ts'
import type { ConfigurationFailure } from '../../use-cases/organizations/configure-for-organization.ts'
import type { KeyFailure } from '../../use-cases/keys/rotate-keys.ts'
import type { ApiKeyFailure } from '../../use-cases/api-keys/manage-keys.ts'
import type { EnvironmentFailure } from '../../use-cases/environments/manage-environments.ts'
import type { IssuerCheckFailure } from '../../use-cases/environments/check-issuer.ts'
import type { PlaygroundFailure } from '../../use-cases/environments/open-playground.ts'
import type { InvitationFailure, InviteFailure } from '../../use-cases/operators/invite.ts'
import type { OperatorFailure } from '../../use-cases/operators/manage-operators.ts'
import type { SetUpFailure } from '../../use-cases/operators/set-up.ts'
import type { AccessFailure } from '../../use-cases/operators/sign-in-by-access.ts'
import type { SignInFailure } from '../../use-cases/operators/sign-in.ts'
import type { ApiError } from '../api-error.ts'

export type Failure =
  | AccessFailure
  | AccountFailure
  | ApiKeyFailure
  | CheckFailure
  | CompleteFailure
  | ConfigurationFailure
  | DisconnectFailure
  | DiscoverFailure
  | EnvironmentFailure
  | ExchangeFailure
  | ImportFailure
  | IntegrationFailure
  | IssuerCheckFailure
  | InvitationFailure
  | InviteFailure
  | OperatorFailure
  | PlaygroundFailure
  | SetUpFailure
  | SignInFailure
  | OpenFailure
  | SecretFailure
  | StartFailure
  | { readonly kind: 'account_id_unknown' }
  | { readonly kind: 'disconnect_job_not_found' }
  | KeyFailure
  | { readonly kind: 'vault_key_wrong'; readonly kid: string }
  | RejectFailure

/** What the outside hears of each kind. */
export type FailureTable<Kind extends Failure['kind']> = {
  readonly [K in Kind]: (failure: Extract<Failure, { readonly kind: K }>) => ApiError
}
