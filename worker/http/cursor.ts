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
const SHAPE = /^(?:(\d{1,16})\.)?(\w{1,80})\.([0-9a-f]{32})$/

export async function signCursor(
  keys: SigningKeys,
  list: ListName,
  { rank, id }: Place,
): Promise<string> {
  const text = rank === null ? id : `${rank}.${id}`
  return `${text}.${await macOf(keys[0], list, text)}`
}

/** @returns undefined for a text that is no cursor of this list */
export async function readCursor(
  keys: SigningKeys,
  list: ListName,
  cursor: string,
): Promise<Place | undefined> {
  const [, rank, id, presented] = SHAPE.exec(cursor) ?? []
  if (id === undefined || presented === undefined) return undefined
  const text = cursor.slice(0, -MAC_LENGTH - 1)
  const macs = await Promise.all(keys.map((key) => macOf(key, list, text)))
  const matches = await Promise.all(macs.map((mac) => timingSafeEqual(mac, presented)))
  if (!matches.includes(true)) return undefined
  return { id, rank: rank === undefined ? null : Number(rank) }
}

const macOf = async (key: CryptoKey, list: ListName, text: string): Promise<string> =>
  (await hmacSha256Hex(key, JSON.stringify([...list, text]))).slice(0, MAC_LENGTH)
