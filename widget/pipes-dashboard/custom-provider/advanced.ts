/**
 * What a custom provider can say and the form has no field for: config fields, and the quirks of its OAuth. It is
 * typed as JSON, in the words of the API, which judges it.
 */
import type { Changes } from '../api/operator-api.ts'

/** Fields of `custom_provider` that the form has. */
const IN_FORM = [
  'name',
  'authorization_url',
  'token_url',
  'revocation_url',
  'userinfo_url',
  'issuer',
  'pkce_enabled',
  'authenticate_via',
] as const

/** What holds where nothing is said. */
const OTHERWISE: Changes = {
  refresh_token_url: null,
  request_scope_separator: ' ',
  scopes_required: false,
  client_secret_required: true,
  additional_authorization_parameters: {},
  token_body_content_type: 'application/x-www-form-urlencoded',
  config_fields: [],
  aliases: [],
  docs_url: null,
  category: null,
  oauth: null,
}

export const ADVANCED_EXAMPLE = `{
  "request_scope_separator": ",",
  "oauth": { "response": { "root": "data" } }
}`

const isInForm = (name: string): boolean => (IN_FORM as readonly string[]).includes(name)

/** What is there beyond the form, as it is typed; empty where there is nothing. */
export function advancedText(definition: Changes): string {
  const rest = Object.entries(definition).filter(
    ([name, value]) => !isInForm(name) && JSON.stringify(value) !== JSON.stringify(OTHERWISE[name]),
  )
  return rest.length === 0 ? '' : JSON.stringify(Object.fromEntries(rest), null, 2)
}

/** @returns what is typed, or what is wrong with it */
export function readAdvanced(
  text: string,
): { readonly said: Changes } | { readonly wrong: string } {
  if (text.trim() === '') return { said: {} }
  try {
    const said: unknown = JSON.parse(text)
    if (typeof said === 'object' && said !== null && !Array.isArray(said))
      return { said: { ...said } }
    return { wrong: 'must be an object: { … }' }
  } catch (error) {
    // Browsers word it differently, and most name the line.
    const [, line] = /line (\d+)/.exec(String(error)) ?? []
    return { wrong: line === undefined ? 'is not JSON' : `is not JSON: look at line ${line}` }
  }
}

/** What of it the form has fields for, and the rest. */
export function takeApart(said: Changes): { readonly ofForm: Changes; readonly rest: Changes } {
  const entries = Object.entries(said)
  return {
    ofForm: Object.fromEntries(entries.filter(([name]) => isInForm(name))),
    rest: Object.fromEntries(entries.filter(([name]) => !isInForm(name))),
  }
}

/** What is gone from it is taken back. */
export const takenBack = (before: Changes, now: Changes): Changes =>
  Object.fromEntries(
    Object.keys(before)
      .filter((name) => !(name in now) && name in OTHERWISE)
      .map((name) => [name, OTHERWISE[name]]),
  )

/** What the server finds wrong with it: `oauth.refresh.by: must be …`, a line each. */
export const advancedFaults = (fields: ReadonlyMap<string, string>): readonly [string, string][] =>
  [...fields].flatMap(([field, message]): [string, string][] => {
    const [whole, name = '', ...more] = field.split('.')
    return whole === 'custom_provider' && name !== '' && !isInForm(name)
      ? [[field, `${[name, ...more].join('.')}: ${message}`]]
      : []
  })
