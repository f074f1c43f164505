/** The sandbox provider as the rest of the Worker reaches it: our client there, its endpoints, its objects. */
import { hmacSha256Hex, verifyHmacSha256Hex } from '../kit/digest.ts'
import { answerClient } from '../sandbox-provider/endpoints.ts'
import type { SandboxProviderPort } from '../use-cases/deps.ts'
import type { Keyring } from '../vault/keyring.ts'

const PURPOSE = 'sandbox-client'

/**
 * Nobody configures the client and nobody stores it: its id is the environment's, its secret an HMAC
 * of that under a key of the ring. So a call with a guessed id is refused before it wakes an object.
 */
export function sandboxProviderPort(
  env: Env,
  keyring: Pick<Keyring, 'derive'>,
): SandboxProviderPort {
  const object = (environmentId: string) => env.SANDBOX_PROVIDER.getByName(environmentId)
  return {
    clientOf: async (environmentId) => {
      const [active] = await keyring.derive(PURPOSE)
      return {
        clientId: environmentId,
        clientSecret: await hmacSha256Hex(active, environmentId),
      }
    },
    fetch: (request) =>
      answerClient(request, {
        objectOf: object,
        // Any key of the ring: a request may be under way while the active one changes.
        isSecretOf: async (environmentId, secret) => {
          const keys = await keyring.derive(PURPOSE)
          const checks = keys.map((key) => verifyHmacSha256Hex(key, secret, environmentId))
          return (await Promise.all(checks)).includes(true)
        },
      }),
    object,
  }
}
