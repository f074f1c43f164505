/** The ring as a text file: the steps of its rotation, each of which refuses what would lock something. */
export type RingText = { readonly active: string; readonly keys: Readonly<Record<string, string>> }

const KEY_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/

/** @throws Error when the text is no ring: what is written back would have lost its keys */
export function ringOf(text: string): RingText {
  const { active, keys } = (parsed(text) ?? {}) as Partial<RingText>
  if (typeof active === 'string' && typeof keys === 'object' && Object.hasOwn(keys, active)) {
    return { active, keys }
  }
  throw new Error('The file is no ring: {"active":"k1","keys":{"k1":"<base64 of 32 bytes>"}}')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** @throws Error when the id is taken, or none */
export function addKey(ring: RingText, kid: string, bytes: string): RingText {
  if (!KEY_ID.test(kid)) {
    throw new Error(`"${kid}" is no id for a key: letters, digits, - and _, at most 32 of them.`)
  }
  // An id that comes again with other bytes would make old texts look broken.
  if (has(ring, kid))
    throw new Error(`The ring has a key "${kid}" already. Take an id never used before.`)
  return { ...ring, keys: { ...ring.keys, [kid]: bytes } }
}

/** @throws Error when the ring has no such key */
export function activateKey(ring: RingText, kid: string): RingText {
  if (!has(ring, kid))
    throw new Error(`The ring has no key "${kid}". Add it, and deploy that first.`)
  return { ...ring, active: kid }
}

/** @throws Error when it is the active key, or none of the ring */
export function removeKey(ring: RingText, kid: string): RingText {
  if (!has(ring, kid)) throw new Error(`The ring has no key "${kid}".`)
  if (ring.active === kid)
    throw new Error(`"${kid}" is the active key. Activate another one first.`)
  const { [kid]: _, ...keys } = ring.keys
  return { ...ring, keys }
}

const has = (ring: RingText, kid: string): boolean => Object.hasOwn(ring.keys, kid)
