/** Secrets of the tests, each with a marker that the leak scan looks for. Not one is used outside. */
const bytes = (letter: string): string => btoa(letter.repeat(32))

export const testSecrets = {
  PUBLIC_URL: 'http://localhost:8787',
  // k0 is the key of before: what a test seals under it is still to be moved.
  VAULT_KEYRING: JSON.stringify({ active: 'k1', keys: { k1: bytes('v'), k0: bytes('o') } }),
  API_KEY_PEPPER: bytes('p'),
  SHARED_CLIENTS: JSON.stringify({
    github: { client_id: 'shared-github-client', client_secret: 'canary-shared-secret-github' },
  }),
  SETUP_TOKEN: 'canary-setup-token-0123456789abcdef',
  LOG_LEVEL: 'debug',
  // Like the defaults in their proportions, but shorter.
  TIMINGS: JSON.stringify({
    usableMarginMs: 1000,
    leaseMs: 5000,
    providerDeadlineMs: 3000,
    sinkDeadlineMs: 1000,
    callerWaitMs: 2000,
  }),
}
