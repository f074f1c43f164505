/**
 * What the dashboard sends to sign an operator in: passkeys (WebAuthn Level 3), as the browser's
 * `PublicKeyCredential.toJSON()` spells them.
 */
import * as v from 'valibot'

const text = (limit: number) =>
  v.pipe(
    v.string('must be a string'),
    v.minLength(1, 'must not be empty'),
    v.maxLength(limit, `must have at most ${limit} characters`),
  )

const base64url = (limit: number) =>
  v.pipe(text(limit), v.regex(/^[\w-]+$/, 'must be base64url without padding'))

/** Of a set-up or an invitation; it came in the fragment of a link. */
const linkToken = v.pipe(
  v.string('must be a string'),
  v.minLength(1, 'must not be empty'),
  v.maxLength(200, 'must have at most 200 characters'),
)

const challengeId = v.pipe(
  text(1500),
  v.regex(/^[\w-]+\.[0-9a-f]{64}$/, 'must be the challenge_id of the options'),
)

const rest = {
  id: base64url(1400),
  rawId: base64url(1400),
  type: v.literal('public-key', 'must be public-key'),
  authenticatorAttachment: v.nullish(v.string()),
  clientExtensionResults: v.optional(v.object({}), {}),
}

/** An answer of `navigator.credentials.create()`. */
const newPasskey = v.object({
  ...rest,
  response: v.object({
    clientDataJSON: base64url(4096),
    attestationObject: base64url(16_384),
    transports: v.optional(v.pipe(v.array(text(40)), v.maxLength(10)), []),
  }),
})

/** An answer of `navigator.credentials.get()`. */
const knownPasskey = v.object({
  ...rest,
  response: v.object({
    clientDataJSON: base64url(4096),
    authenticatorData: base64url(4096),
    signature: base64url(4096),
    userHandle: v.nullish(base64url(200)),
  }),
})

const personName = text(100)

/** `POST /operator/setup/options`, `POST /operator/invitations/options`. */
export const linkOptionsRequest = v.strictObject({ token: linkToken, name: personName })

/** `POST /operator/setup`, `POST /operator/invitations/accept`. */
export const linkRequest = v.strictObject({
  token: linkToken,
  challenge_id: challengeId,
  credential: newPasskey,
})

/** `POST /operator/sign-in/options`, and others that take nothing. */
export const nothing = v.strictObject({})

/** `POST /operator/sign-in`. */
export const signInRequest = v.strictObject({
  challenge_id: challengeId,
  credential: knownPasskey,
})

/** `PUT /operator/passkeys/{id}`. */
export const renamePasskeyRequest = v.strictObject({ name: personName })

/** `POST /operator/passkeys`. */
export const addPasskeyRequest = v.strictObject({
  name: v.optional(personName),
  challenge_id: challengeId,
  credential: newPasskey,
})
