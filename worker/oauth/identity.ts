/**
 * Whose account was connected: an id to tell two accounts apart, a label for people. A nicety of the
 * provider's API that must not cost a connection, so whatever goes wrong, the answer is merely empty.
 */
import type { Egress } from '../kit/safe-fetch.ts'
import type { Secret } from '../kit/secret.ts'
import type { OAuthProvider, Userinfo, UserPicture } from '../providers/definition.ts'
import { displayText } from './display-text.ts'
import { metadataIn, parseJsonObject, textAt } from './member-path.ts'
import type { JsonObject } from './member-path.ts'

export type ProviderIdentity = {
  /** Stable and unique at the provider, for correlation. */
  readonly identifier?: string
  /** For people: may change, may repeat. */
  readonly displayName?: string
  /** Where its picture lies, as the provider says. Not asked yet. */
  readonly pictureUrl?: string
  /** What else the answer told that a customer of the API needs. */
  readonly metadata?: Readonly<Record<string, string>>
}

const MAX_LABEL_CHARACTERS = 200
const FROM_METADATA = 'token:'
const FROM_TOKEN = /\{token:([a-z_]+)\}/g

/**
 * @param tokenMetadata what the token answer told (`TokenSet.metadata`)
 * @returns what could be found; never throws
 */
export async function fetchIdentity(
  egress: Egress,
  definition: OAuthProvider,
  accessToken: Secret,
  tokenMetadata: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<ProviderIdentity> {
  const { userinfo } = definition.oauth
  if (userinfo === undefined) return {}

  const url = userinfo.url === undefined ? undefined : addressOf(userinfo.url, tokenMetadata)
  const body =
    url === undefined ? {} : await userinfoBody(egress, userinfo, url, accessToken, signal)
  const identifier = firstOf(userinfo.idPaths, body, tokenMetadata)
  const displayName = firstOf(userinfo.labelPaths, body, tokenMetadata)
  const pictureUrl = userinfo.picture && pictureAt(userinfo.picture, body)
  return {
    ...(identifier === undefined ? {} : { identifier }),
    ...(displayName === undefined ? {} : { displayName }),
    ...(pictureUrl === undefined ? {} : { pictureUrl }),
    ...(userinfo.keep === undefined ? {} : { metadata: metadataIn(body, userinfo.keep) }),
  }
}

/** The address with what the metadata tells; undefined where that is no plain segment of a path. */
function addressOf(url: string, metadata: Readonly<Record<string, string>>): string | undefined {
  const keys = [...url.matchAll(FROM_TOKEN)].map(([, key = '']) => key)
  const isPlain = (key: string): boolean =>
    Object.hasOwn(metadata, key) && /^[A-Za-z0-9_-]{1,128}$/.test(metadata[key] ?? '')
  return keys.every(isPlain)
    ? url.replaceAll(FROM_TOKEN, (_, key: string) => metadata[key] ?? '')
    : undefined
}

async function userinfoBody(
  egress: Egress,
  userinfo: Userinfo,
  url: string,
  accessToken: Secret,
  signal: AbortSignal | undefined,
): Promise<JsonObject> {
  const headers = new Headers({ accept: 'application/json', ...userinfo.headers })
  const { tokenHeader = 'authorization', tokenScheme = 'Bearer' } = userinfo
  headers.set(tokenHeader, `${tokenScheme} ${accessToken.reveal()}`.trimStart())
  try {
    const answer = await egress({
      url,
      method: userinfo.method,
      headers,
      ...(userinfo.body === undefined ? {} : { body: userinfo.body }),
      ...(signal === undefined ? {} : { signal }),
    })
    const isSuccess = answer.status >= 200 && answer.status < 300
    return (isSuccess ? parseJsonObject(answer.text) : undefined) ?? {}
  } catch {
    // Not even a bug on this road may undo a connection that the user has just made.
    return {}
  }
}

function firstOf(
  paths: readonly string[],
  body: JsonObject,
  metadata: Readonly<Record<string, string>>,
): string | undefined {
  for (const path of paths) {
    const parts = path.split('/').map((part) => partAt(part, body, metadata))
    if (parts.every((part) => part !== undefined)) {
      return displayText(parts.join('/'), MAX_LABEL_CHARACTERS)
    }
  }
  return undefined
}

const partAt = (
  part: string,
  body: JsonObject,
  metadata: Readonly<Record<string, string>>,
): string | undefined =>
  part.startsWith(FROM_METADATA)
    ? displayText(textAt(metadata, part.slice(FROM_METADATA.length)), MAX_LABEL_CHARACTERS)
    : displayText(textAt(body, part), MAX_LABEL_CHARACTERS)

const MAX_URL_LENGTH = 2048
const SEGMENT = /\{([\w.]+)\}/g

function pictureAt({ from, params }: UserPicture, body: JsonObject): string | undefined {
  const text = from.startsWith('https:') ? filled(from, body) : textAt(body, from)
  const url = text === undefined || text.length > MAX_URL_LENGTH ? null : URL.parse(text)
  if (url === null) return undefined
  for (const [name, value] of Object.entries(params ?? {})) url.searchParams.set(name, value)
  return url.href
}

/** @returns undefined where a member is missing, or is no plain segment of a path */
function filled(address: string, body: JsonObject): string | undefined {
  const partOf = (path: string): string => textAt(body, path) ?? ''
  const paths = [...address.matchAll(SEGMENT)].map(([, path = '']) => path)
  return paths.every((path) => /^[\w-]{1,128}$/.test(partOf(path)))
    ? address.replaceAll(SEGMENT, (_, path: string) => partOf(path))
    : undefined
}
