/**
 * Fills the `{name}` parts of a provider's URLs. A value that could leave its path segment would send
 * the client secret to somebody else's server, so it must match the whole pattern and, whatever the
 * pattern allows, be one segment that needs no encoding.
 */
import { fail, ok } from '../kit/result.ts'
import type { Result } from '../kit/result.ts'
import type { ProviderDefinition, StringRecord } from './definition.ts'

export type InvalidVariable = { readonly kind: 'invalid_variable'; readonly name: string }

/**
 * @param values by variable name; a missing one takes its default. Set by operators, never by users.
 * @returns the definition without placeholders, or the first name that is unknown or does not fit
 */
export function fillVariables(
  definition: ProviderDefinition,
  values: StringRecord = {},
): Result<ProviderDefinition, InvalidVariable> {
  const unknown = Object.keys(values).find((name) => !Object.hasOwn(definition.variables, name))
  if (unknown !== undefined) return fail({ kind: 'invalid_variable', name: unknown })

  let filled = definition
  for (const [name, variable] of Object.entries(definition.variables)) {
    const value = (Object.hasOwn(values, name) ? values[name] : undefined) ?? variable.default
    if (!fits(value, variable.pattern)) return fail({ kind: 'invalid_variable', name })
    filled = replaceIn(filled, name, value)
  }
  return ok(filled)
}

// Dots alone are navigation, not a name: `..` would climb out of the segment.
const fits = (value: string, pattern: string): boolean =>
  new RegExp(`^(?:${pattern})$`).test(value) &&
  !/^\.*$/.test(value) &&
  encodeURIComponent(value) === value

function replaceIn(
  definition: ProviderDefinition,
  name: string,
  value: string,
): ProviderDefinition {
  const put = (url: string): string => url.replaceAll(`{${name}}`, value)
  const { oauth } = definition
  const { refreshUrl } = oauth.token
  return {
    ...definition,
    oauth: {
      ...oauth,
      authorizationUrl: put(oauth.authorizationUrl),
      token: {
        ...oauth.token,
        url: put(oauth.token.url),
        ...(refreshUrl === undefined ? {} : { refreshUrl: put(refreshUrl) }),
      },
    },
  }
}
