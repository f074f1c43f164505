/**
 * A passkey as a phone makes it (WebAuthn Level 3 §6): ES256, synced, without attestation. It checks
 * nothing and signs what it is asked; who must refuse is the Worker.
 */
import { encodeBase64Url, utf8 } from '../kit/encoding.ts'

type Options = {
  readonly challenge: string
  readonly rp?: { readonly id?: string }
  readonly rpId?: string
  readonly user?: { readonly id: string }
}

/** What an attacker would change. */
export type Twist = {
  readonly origin?: string
  readonly rpId?: string
  readonly challenge?: string
  readonly type?: string
  readonly isUnverified?: boolean
  readonly badSignature?: boolean
  readonly userHandle?: string
  /** Attests although nobody asked: by its own key (§8.2, "self"), or with a chain of certificates. */
  readonly attests?: 'self' | 'chain'
}

export type Authenticator = Awaited<ReturnType<typeof makeAuthenticator>>

const USER_PRESENT = 0x01
const USER_VERIFIED = 0x04
const BACKED_UP = 0x18
const HAS_KEY = 0x40

export async function makeAuthenticator(pageOrigin: string) {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const pair = (await crypto.subtle.generateKey(algorithm, true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair
  const point = new Uint8Array(
    (await crypto.subtle.exportKey('raw', pair.publicKey)) as ArrayBuffer,
  )
  const id = crypto.getRandomValues(new Uint8Array(32))
  let counter = 0
  let userHandle: string | null = null

  const clientData = (type: string, { challenge }: Options, twist: Twist) =>
    utf8(
      JSON.stringify({
        type: twist.type ?? type,
        challenge: twist.challenge ?? challenge,
        origin: twist.origin ?? pageOrigin,
        crossOrigin: false,
      }),
    )
  const authenticatorData = async (options: Options, twist: Twist, more: Uint8Array) => {
    const rpId = twist.rpId ?? options.rp?.id ?? options.rpId ?? ''
    const verified = twist.isUnverified === true ? 0 : USER_VERIFIED
    const flags = USER_PRESENT | verified | BACKED_UP | (more.length > 0 ? HAS_KEY : 0)
    counter += 1
    return bytes(await sha256(utf8(rpId)), [flags, 0, 0, 0, counter], more)
  }
  const rest = {
    id: encodeBase64Url(id),
    rawId: encodeBase64Url(id),
    type: 'public-key',
    authenticatorAttachment: 'platform',
    clientExtensionResults: {},
  }
  const sign = async (signed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
    new Uint8Array(
      await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, signed),
    )
  /** The format and its statement (§6.5), in CBOR. */
  const statement = async ({ attests }: Twist, signed: Uint8Array<ArrayBuffer>) => {
    if (attests === undefined) return bytes([0x64], utf8('none'), [0x67], utf8('attStmt'), [0xa0])
    const signature = asDer(await sign(signed))
    const members = attests === 'self' ? 0xa2 : 0xa3
    const own = bytes([0x63], utf8('alg'), [0x26, 0x63], utf8('sig'), [0x58, signature.length])
    const chain = attests === 'self' ? [] : bytes([0x63], utf8('x5c'), [0x81, 0x44], utf8('cert'))
    const head = bytes([0x66], utf8('packed'), [0x67], utf8('attStmt'), [members])
    return bytes(head, own, signature, chain)
  }

  return {
    id: rest.id,
    /** `navigator.credentials.create()`. */
    async create(options: Options, twist: Twist = {}) {
      userHandle = options.user?.id ?? null
      // COSE (RFC 9053): EC2, ES256, P-256, x, y.
      const key = bytes(
        [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20],
        point.slice(1, 33),
        [0x22, 0x58, 0x20],
        point.slice(33),
      )
      const attested = bytes(new Uint8Array(16), [0, id.length], id, key)
      const data = await authenticatorData(options, twist, attested)
      const client = clientData('webauthn.create', options, twist)
      const attestationObject = bytes(
        [0xa3, 0x63],
        utf8('fmt'),
        await statement(twist, bytes(data, await sha256(client))),
        [0x68],
        utf8('authData'),
        [0x58, data.length],
        data,
      )
      const response = {
        clientDataJSON: encodeBase64Url(client),
        attestationObject: encodeBase64Url(attestationObject),
        transports: ['internal', 'hybrid'],
      }
      return { ...rest, response }
    },
    /** `navigator.credentials.get()`. */
    async get(options: Options, twist: Twist = {}) {
      const client = clientData('webauthn.get', options, twist)
      const data = await authenticatorData(options, twist, new Uint8Array())
      const signed = bytes(data, await sha256(client))
      const signature = await sign(signed)
      if (twist.badSignature === true) signature[40] = (signature[40] ?? 0) ^ 1
      const response = {
        clientDataJSON: encodeBase64Url(client),
        authenticatorData: encodeBase64Url(data),
        signature: encodeBase64Url(asDer(signature)),
        userHandle: twist.userHandle ?? userHandle,
      }
      return { ...rest, response }
    },
  }
}

const sha256 = async (data: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', data))

/** WebCrypto's r and s as the sequence that WebAuthn has (X.690). */
function asDer(raw: Uint8Array): Uint8Array {
  const integer = (value: Uint8Array): Uint8Array => {
    const first = value.findIndex((byte) => byte !== 0)
    const short = value.slice(Math.max(first, 0))
    const padded = (short[0] ?? 0) >= 0x80 ? bytes([0], short) : short
    return bytes([0x02, padded.length], padded)
  }
  const both = bytes(integer(raw.slice(0, 32)), integer(raw.slice(32)))
  return bytes([0x30, both.length], both)
}

function bytes(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(parts.flatMap((part) => [...part]))
}
