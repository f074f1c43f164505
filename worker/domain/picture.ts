/** The picture of an account: what a provider may have it be. Pure. */

export const MAX_PICTURE_BYTES = 64 * 1024

export type PictureType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp'

/** What each begins with; of WebP, after the size of its container. */
const BEGINNINGS: readonly (readonly [PictureType, RegExp])[] = [
  ['image/png', /^89504e470d0a1a0a/],
  ['image/jpeg', /^ffd8ff/],
  ['image/gif', /^47494638(?:37|39)61/],
  ['image/webp', /^52494646.{8}57454250/],
]

const LONGEST_BEGINNING = 12

/** What the bytes are, whatever their sender calls them. Nothing that can hold a script is among these. */
export function pictureType(bytes: Uint8Array): PictureType | undefined {
  const beginning = Array.from(bytes.subarray(0, LONGEST_BEGINNING), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
  return BEGINNINGS.find(([, pattern]) => pattern.test(beginning))?.[0]
}
