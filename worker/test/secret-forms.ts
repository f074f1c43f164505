/** The forms in which a secret can lie in a store or a log without being seen. */

/**
 * A text, and what is left of it inside base64 (either alphabet, whatever bytes stand before it),
 * hex and URL encoding.
 */
export function formsOf(secret: string): string[] {
  const bytes = new TextEncoder().encode(secret)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const base64 = [0, 1, 2].map((shift) => insideBase64(bytes, shift))
  return [
    ...new Set([
      secret,
      hex,
      hex.toUpperCase(),
      encodeURIComponent(secret),
      new URLSearchParams([['', secret]]).toString().slice(1),
      ...base64,
      ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    ]),
  ]
}

/** The characters that depend on the secret alone when `shift` other bytes stand before it. */
function insideBase64(bytes: Uint8Array, shift: number): string {
  const text = btoa(String.fromCharCode(...new Uint8Array(shift), ...bytes))
  const first = Math.ceil((shift * 8) / 6)
  const last = Math.floor(((shift + bytes.length) * 8) / 6)
  return text.slice(first, last)
}
