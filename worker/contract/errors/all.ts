/** Every stable error code. `npm run check -- --only openapi` compares them with the source, both ways. */
import { ACCESS_ERRORS } from './access.ts'
import { ACCOUNT_ERRORS } from './accounts.ts'
import { CONNECT_ERRORS } from './connect.ts'
import { INTEGRATION_ERRORS } from './integrations.ts'
import { OPERATOR_ACCESS_ERRORS } from './operator-access.ts'
import { OPERATOR_ERRORS } from './operators.ts'
import { ORGANIZATION_ERRORS } from './organizations.ts'
import { REQUEST_ERRORS } from './requests.ts'
import { SEVERAL_ERRORS } from './several.ts'
import { USER_TOKEN_ERRORS } from './user-tokens.ts'
import { VAULT_ERRORS } from './vault.ts'

/** By what they are about, in the order of the documentation. */
export const ERROR_GROUPS = {
  'The request': REQUEST_ERRORS,
  'Keys and sessions': ACCESS_ERRORS,
  'Data integrations': INTEGRATION_ERRORS,
  'What organizations set': ORGANIZATION_ERRORS,
  'Connections and tokens': ACCOUNT_ERRORS,
  'Several connections': SEVERAL_ERRORS,
  Connecting: CONNECT_ERRORS,
  'Users’ tokens': USER_TOKEN_ERRORS,
  'The vault': VAULT_ERRORS,
  'The dashboard': OPERATOR_ERRORS,
  'The dashboard behind Cloudflare Access': OPERATOR_ACCESS_ERRORS,
} as const

export const ERRORS = {
  ...REQUEST_ERRORS,
  ...ACCESS_ERRORS,
  ...INTEGRATION_ERRORS,
  ...ORGANIZATION_ERRORS,
  ...ACCOUNT_ERRORS,
  ...SEVERAL_ERRORS,
  ...CONNECT_ERRORS,
  ...USER_TOKEN_ERRORS,
  ...VAULT_ERRORS,
  ...OPERATOR_ERRORS,
  ...OPERATOR_ACCESS_ERRORS,
} as const

export type ErrorCode = keyof typeof ERRORS
