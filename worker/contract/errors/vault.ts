/** The key ring, and what is sealed under it. */
import type { ErrorEntry } from './entry.ts'

export const VAULT_ERRORS = {
  key_unknown: {
    status: 404,
    cause: 'The ring of this deployment has no such key.',
    remedy:
      'Look at `npm run keys -- status`. A key that was added just now is there after the deployment.',
  },
  key_active: {
    status: 409,
    cause: 'This is the active key: everything new is sealed under it.',
    remedy: 'Activate another one first.',
  },
  key_in_use: {
    status: 409,
    cause: 'The key still wraps rows or objects, which could never be read again without it.',
    remedy: 'Run `npm run keys -- rewrap` for it first.',
  },
  vault_key_wrong: {
    status: 503,
    cause:
      '`VAULT_KEYRING` has another key under a known id than the one that sealed what is stored.',
    remedy:
      'Put the right key back; a new key needs a new id. Nothing is opened or sealed until then.',
  },
  vault_key_unavailable: {
    status: 503,
    cause: 'The key that seals this credential is not in the ring. Nothing was deleted.',
    remedy: 'The operator puts the key back into `VAULT_KEYRING`.',
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>
