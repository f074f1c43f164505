/** What an API key may do. A key without a list may do everything. */
export const KEY_SCOPES = [
  'tokens:read',
  // Of users only whose own signed token comes with the request (RFC 8693).
  'tokens:exchange',
  'connections:read',
  'connections:write',
  'config:read',
  'config:write',
  'sessions:create',
  'keys:manage',
] as const

export type KeyScope = (typeof KEY_SCOPES)[number]

/** Who may change a thing may look at it; whom everybody's tokens are open to, those of one user are. */
const INCLUDED: Readonly<Partial<Record<KeyScope, KeyScope>>> = {
  'tokens:read': 'tokens:exchange',
  'connections:write': 'connections:read',
  'config:write': 'config:read',
}

/**
 * @param granted what the key has; null or undefined: everything
 * @param needed what the request needs
 */
export const isGranted = (
  granted: readonly KeyScope[] | null | undefined,
  needed: KeyScope,
): boolean =>
  granted === null ||
  granted === undefined ||
  granted.includes(needed) ||
  granted.some((scope) => INCLUDED[scope] === needed)
