import { env } from 'cloudflare:workers'
import { hmacSha256Hex, importHmacKey } from '../kit/digest.ts'
import { decodeBase64 } from '../kit/encoding.ts'

/** A pass as `npm run keys` makes it. */
export async function operatorPass(now = Date.now()): Promise<string> {
  const expires = Math.floor(now / 1000) + 300
  const pepper = decodeBase64(env.API_KEY_PEPPER)
  if (pepper === undefined) throw new Error('no pepper')
  const key = await importHmacKey(new Uint8Array(pepper))
  return `op1.${expires}.${await hmacSha256Hex(key, `pipes/v1/operator|${expires}`)}`
}
