/**
 * What a provider tells in the callback beside code and state: whose account it is, what was granted. A
 * browser brought it, so it is text to keep and to repeat, never a place to send anything to.
 */
import { checkIntegrationConfig } from '../providers/config-fields.ts'
import type { OAuthProvider, StringRecord } from '../providers/definition.ts'
import { displayText } from './display-text.ts'

export type CallbackWords = {
  /** For the token endpoint, under the same names. */
  readonly echo: Readonly<Record<string, string>>
  readonly metadata: Readonly<Record<string, string>>
  readonly scopes?: readonly string[]
  /** Values of config fields, for this connection: each fits its field. */
  readonly config?: StringRecord
}

const MAX_WORD_LENGTH = 512

/** @returns each word that is there once; printable and short */
export function callbackWords(
  given: URLSearchParams,
  { oauth, configFields }: OAuthProvider,
): CallbackWords {
  const { keep = [], echo = [], scope, config = {} } = oauth.callback ?? {}
  const said = (names: readonly string[]): Record<string, string> =>
    Object.fromEntries(
      names.flatMap((name) => {
        const [word, ...more] = given.getAll(name)
        const text = more.length > 0 ? undefined : displayText(word, MAX_WORD_LENGTH)
        return text === undefined ? [] : [[name, text]]
      }),
    )
  const granted = scope === undefined ? undefined : said([scope])[scope]
  const told = Object.entries(config).flatMap(([key, { param, as }]) => {
    const value = within(as, said([param])[param])
    const fits = value !== undefined && checkIntegrationConfig(configFields, { [key]: value }).ok
    return fits ? [[key, value] as const] : []
  })
  return {
    echo: said(echo),
    metadata: said(keep),
    ...(told.length === 0 ? {} : { config: Object.fromEntries(told) }),
    ...(granted === undefined
      ? {}
      : { scopes: scopeWords(granted, oauth.response.scopeSeparator) }),
  }
}

/** What stands for `{value}` in a text of that form. */
function within(form: string, text = ''): string | undefined {
  const [before = '', after = ''] = form.split('{value}')
  const isOfForm =
    text.length > before.length + after.length && text.startsWith(before) && text.endsWith(after)
  return isOfForm ? text.slice(before.length, text.length - after.length) : undefined
}

const scopeWords = (text: string, separator: string): readonly string[] =>
  text
    .split(separator)
    .flatMap((part) => part.split(/\s+/))
    .filter((word) => word !== '')
