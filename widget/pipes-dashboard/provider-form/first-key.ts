/** One tenant's API key, stored together with the provider; everybody else enters theirs in the widget. */
import { html, type TemplateResult } from 'lit'
import { textField } from '../parts/fields.ts'
import type { FirstKey } from './draft.ts'

export const firstKeyFields = (
  key: FirstKey,
  faultOf: (field: string) => string | undefined,
  edit: (changes: Partial<FirstKey>) => void,
): TemplateResult => {
  const [user, organization] = ['user_id', 'organization_id'].map((name) =>
    faultOf(`api_key.${name}`),
  )
  const secret = faultOf('api_key.secret') ?? faultOf('api_key')
  const isWrong = [user, organization, secret].some((fault) => fault !== undefined)
  return html`<details ?open=${isWrong}>
    <summary>Store a key that you have</summary>
    <p class="hint">
      Users enter theirs in the widget. One that you have already is stored here, or takes the place
      of the one before.
    </p>
    <div class="pair">
      ${textField({
        name: 'api_key.user_id',
        label: 'User',
        placeholder: 'user_123',
        hint: 'Whose it is, by the id that your product has.',
        value: key.userId,
        fault: user,
        edit: (userId) => edit({ userId }),
      })}
      ${textField({
        name: 'api_key.organization_id',
        label: 'Organization (optional)',
        placeholder: 'org_123',
        value: key.organizationId,
        fault: organization,
        edit: (organizationId) => edit({ organizationId }),
      })}
    </div>
    ${textField({
      name: 'api_key.secret',
      label: 'API key',
      isSecret: true,
      value: key.secret,
      fault: secret,
      edit: (typed) => edit({ secret: typed }),
    })}
  </details>`
}
