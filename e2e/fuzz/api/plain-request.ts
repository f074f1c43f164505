/** Each operation as its documentation shows it: what is never once answered well was hardly looked at. */
import type { Operation } from './document.ts'
import { toBytes, toForm, toJson, type Draft, type Segment } from './requests.ts'
import { ORGANIZATIONS, SLUGS, USERS } from './values.ts'

export function plainDraft(operation: Operation): Draft {
  const { parameters, method, example, takesForm } = operation
  const inPath = parameters.filter((parameter) => parameter.in === 'path')
  const type = takesForm ? 'application/x-www-form-urlencoded' : 'application/json'
  return {
    segments: Object.fromEntries(inPath.map(({ name }) => [name, segmentOf(name, operation)])),
    query: '',
    headers: example === undefined && method !== 'POST' ? {} : { 'content-type': type },
    authorization: undefined,
    body:
      example === undefined
        ? undefined
        : toBytes((takesForm ? toForm : toJson)(bodyOf(operation, example as object))),
  }
}

/** What the world is furnished with, or nobody yet; where an id is meant, the first one that is known. */
function segmentOf(name: string, { id, path }: Operation): Segment {
  const isNew = id.startsWith('create')
  if (name === 'user_id') return { text: isNew ? 'user_new' : USERS[0] }
  if (name === 'organization_id') return { text: isNew ? 'org_new' : ORGANIZATIONS[0] }
  if (name !== 'slug') return { known: 0 }
  if (path.includes('/api-key')) return { text: 'keys' }
  return { text: path.includes('/client-credentials') ? 'machines' : SLUGS[0] }
}

/** The example, but for a provider that is there already. */
const bodyOf = ({ id }: Operation, example: object): object =>
  id === 'createDataIntegration' ? { ...example, provider: 'notion' } : example
