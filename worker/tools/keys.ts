/**
 * `npm run keys`: fresh values for the secrets of one deployment, as lines of a `.dev.vars` file.
 * They go to `wrangler secret bulk` (README.md, "Deploy") and into a safe; nothing keeps a copy here.
 */
const base64 = (byteCount: number): string =>
  Buffer.from(crypto.getRandomValues(new Uint8Array(byteCount))).toString('base64')

/** A key ring with one AES-256 key; later keys are added beside it. */
export const newVaultKeyring = (): string =>
  JSON.stringify({ active: 'k1', keys: { k1: base64(32) } })

/** The HMAC key under which API keys are stored. */
export const newPepper = (): string => base64(32)

if (import.meta.main) {
  process.stdout.write(`VAULT_KEYRING='${newVaultKeyring()}'\n`)
  process.stdout.write(`API_KEY_PEPPER=${newPepper()}\n`)
  process.stdout.write("SHARED_CLIENTS='{}'\n")
}
