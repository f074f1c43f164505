/**
 * What a provider tells in the callback beside code and state: whose account it is, what was granted. A
 * browser brought it, so it is text to keep and to repeat, never a place to send anything to.
 */
import type { OAuthProvider } from '../providers/definition.ts'
import { displayText } from './display-text.ts'

export type CallbackWords = {
  /** For the token endpoint, under the same names. */
  readonly echo: Readonly<Record<string, string>>
  readonly metadata: Readonly<Record<string, string>>
  readonly scopes?: readonly string[]
}

const MAX_WORD_LENGTH = 512

/** @returns each word that is there once; printable and short */
export function callbackWords(given: URLSearchParams, { oauth }: OAuthProvider): CallbackWords {
  const { keep = [], echo = [], scope } = oauth.callback ?? {}
  const said = (names: readonly string[]): Record<string, string> =>
    Object.fromEntries(
      names.flatMap((name) => {
        const [word, ...more] = given.getAll(name)
        const text = more.length > 0 ? undefined : displayText(word, MAX_WORD_LENGTH)
        return text === undefined ? [] : [[name, text]]
      }),
    )
  const granted = scope === undefined ? undefined : said([scope])[scope]
  return {
    echo: said(echo),
    metadata: said(keep),
    ...(granted === undefined
      ? {}
      : { scopes: scopeWords(granted, oauth.response.scopeSeparator) }),
  }
}

const scopeWords = (text: string, separator: string): readonly string[] =>
  text
    .split(separator)
    .flatMap((part) => part.split(/\s+/))
    .filter((word) => word !== '')
