/** What a person is asked for each way of connecting, and what is wrong with what they typed. */
import type { AuthMethod, Integration } from '../api/integration.ts'
import { answersOf, fieldsOf, type ConfigField } from './config-fields.ts'
import type { FormEntry } from './contract.ts'
import { fill, type FormMessages } from '../i18n/messages.ts'

export type Field = {
  /** As the request and its refusals name it: `secret`, `client_id`, `config.subdomain`. */
  readonly name: string
  readonly label: string
  /** Each a sentence, of the provider or of ours: they may run in different directions. */
  readonly hints: readonly string[]
  readonly isSecret: boolean
  readonly required: boolean
  readonly initial: string
  readonly placeholder: string
  readonly pattern: RegExp | null
}

/** Before the key of a provider's field. */
export const CONFIG = 'config.'

export const credentialFields = (
  { account }: Integration,
  method: AuthMethod,
  t: FormMessages,
): readonly Field[] => {
  switch (method) {
    case 'oauth':
      return []
    case 'api_key':
      return [credential('secret', account?.method === 'api_key' ? t.newKey : t.key, true)]
    case 'client_credentials':
      return [
        credential('client_id', t.clientId, false, account?.clientId ?? ''),
        credential('client_secret', t.clientSecret, true),
      ]
  }
}

export const configFields = (integration: Integration, t: FormMessages): readonly Field[] => {
  const known = answersOf(integration.account)
  return fieldsOf(integration).map((field) => configField(field, known, t))
}

export const credential = (
  name: string,
  label: string,
  isSecret: boolean,
  initial = '',
): Field => ({
  name,
  label,
  hints: [],
  isSecret,
  required: true,
  initial,
  placeholder: '',
  pattern: null,
})

export const configField = (
  { key, label, description, example, required, fallback, isSecret, pattern }: ConfigField,
  known: Readonly<Record<string, string>>,
  t: FormMessages,
): Field => {
  const isNeeded = required && fallback === null
  return {
    name: CONFIG + key,
    label: isNeeded ? label : fill(t.optional, { label }),
    hints: [
      description,
      example === null ? null : fill(t.example, { example }),
      fallback === null ? null : fill(t.fallback, { value: fallback }),
    ].filter((part) => part !== null),
    isSecret,
    required: isNeeded,
    initial: (Object.hasOwn(known, key) && known[key]) || '',
    placeholder: fallback ?? '',
    pattern,
  }
}

/** @returns why a value will not do; null when it will, as far as can be told here */
export const faultOf = (
  { required, pattern }: Field,
  value: string,
  t: FormMessages,
): string | null => {
  if (value === '') return required ? t.missing : null
  if (pattern === null || pattern.test(value)) return null
  return t.malformed
}

/** @param values by field name, trimmed */
export const entryOf = (
  method: AuthMethod,
  fields: readonly Field[],
  values: ReadonlyMap<string, string>,
): FormEntry => {
  const value = (name: string): string => values.get(name) ?? ''
  const asked = fields.filter(({ name }) => name.startsWith(CONFIG))
  const config = Object.fromEntries(
    asked
      .filter(({ name }) => value(name) !== '')
      .map(({ name }) => [name.slice(CONFIG.length), value(name)]),
  )
  const isChanged = asked.some(({ name, initial }) => value(name) !== initial)
  const changed = isChanged ? config : null
  switch (method) {
    case 'oauth':
      return { method, config }
    case 'api_key':
      return { method, secret: value('secret'), config: changed }
    case 'client_credentials': {
      return {
        method,
        clientId: value('client_id'),
        clientSecret: value('client_secret'),
        config: changed,
      }
    }
  }
}
