/** Every call of the API, in the order of the documentation. A route without one fails a test. */
import { accountListOperations } from './account-lists.ts'
import { apiKeyOperations } from './api-keys.ts'
import { browserAccountOperations } from './browser-accounts.ts'
import { browserAdminOperations } from './browser-admin.ts'
import { browserOperations } from './browser-api.ts'
import { browserOrganizationOperations } from './browser-organization.ts'
import { browserSecretOperations } from './browser-secrets.ts'
import { accountOperations } from './connected-accounts.ts'
import { connectOperations } from './connecting.ts'
import { integrationOperations } from './data-integrations.ts'
import { deploymentOperations } from './deployment.ts'
import { endingOperations } from './ending-many.ts'
import { checkOperations } from './integration-checks.ts'
import type { Operation } from './operation.ts'
import { configurationOperations } from './organization-configurations.ts'
import { sandboxOperations } from './sandbox-provider.ts'
import { secretOperations } from './secret-connections.ts'
import { exchangeOperations } from './token-exchange.ts'
import { tokenOperations } from './tokens.ts'

export const OPERATIONS: readonly Operation[] = [
  ...tokenOperations,
  ...exchangeOperations,
  ...connectOperations,
  ...secretOperations,
  ...accountOperations,
  ...accountListOperations,
  ...integrationOperations,
  ...checkOperations,
  ...configurationOperations,
  ...endingOperations,
  ...apiKeyOperations,
  ...sandboxOperations,
  ...browserOperations,
  ...browserAccountOperations,
  ...browserSecretOperations,
  ...browserOrganizationOperations,
  ...browserAdminOperations,
  ...deploymentOperations,
]
