/**
 * Where the sandbox provider is. A browser finds it below our own public address; the Worker, which
 * cannot call itself, by a name that no DNS ever answers (RFC 6761 §6.4) and the egress knows.
 */
export const SANDBOX_ORIGIN = 'https://sandbox-provider.invalid'

/** Below the public address of a deployment. */
export const SANDBOX_PATH = '/sandbox-provider'
