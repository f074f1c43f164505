/**
 * Cursors on the wire: the place's keys, and a MAC that ties them to one list of one environment. Nobody
 * makes one up, and one of another environment or another list says nothing here.
 */
import { hmacSha256Hex, timingSafeEqual, type SigningKeys } from '../kit/digest.ts'
import type { Place } from '../storage/page.ts'

/** Of one list: its environment and its name, with what it is ordered by. */
export type ListName = readonly string[]

// 128 bits, in hex.
const MAC_LENGTH = 32
const SIGNATURE = /\.([0-9a-f]{32})$/
const SHAPE = /^(?:(\d{1,16})\.)?(\w{1,80})$/

export async function signCursor(
  keys: SigningKeys,
  list: ListName,
  { rank, id }: Place,
): Promise<string> {
  return signPlace(keys, list, rank === null ? id : `${rank}.${id}`)
}

/** @returns undefined for a text that is no cursor of this list */
export async function readCursor(
  keys: SigningKeys,
  list: ListName,
  cursor: string,
): Promise<Place | undefined> {
  const text = await readPlace(keys, list, cursor)
  const [, rank, id] = (text === undefined ? null : SHAPE.exec(text)) ?? []
  return id === undefined ? undefined : { id, rank: rank === undefined ? null : Number(rank) }
}

/** @param text where somebody is in this list, in words of the list's own */
export const signPlace = async (keys: SigningKeys, list: ListName, text: string): Promise<string> =>
  `${text}.${await macOf(keys[0], list, text)}`

/** @returns undefined for what was not signed for this list */
export async function readPlace(
  keys: SigningKeys,
  list: ListName,
  signed: string,
): Promise<string | undefined> {
  const presented = SIGNATURE.exec(signed)?.[1]
  if (presented === undefined) return undefined
  const text = signed.slice(0, -MAC_LENGTH - 1)
  const macs = await Promise.all(keys.map((key) => macOf(key, list, text)))
  const matches = await Promise.all(macs.map((mac) => timingSafeEqual(mac, presented)))
  return matches.includes(true) ? text : undefined
}

const macOf = async (key: CryptoKey, list: ListName, text: string): Promise<string> =>
  (await hmacSha256Hex(key, JSON.stringify([...list, text]))).slice(0, MAC_LENGTH)
