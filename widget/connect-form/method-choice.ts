/** Which way, where there are several. Native radios: arrow keys, groups and names come with them. */
import { html, type TemplateResult } from 'lit'
import type { AuthMethod } from '../api/integration.ts'
import { fill, type FormMessages } from '../i18n/messages.ts'

export const methodChoice = (
  methods: readonly AuthMethod[],
  chosen: AuthMethod,
  name: string,
  choose: (method: AuthMethod) => void,
  t: FormMessages,
): TemplateResult => {
  const words: Readonly<Record<AuthMethod, string>> = {
    oauth: t.chooseSignIn,
    api_key: t.chooseKey,
    client_credentials: t.chooseClient,
  }
  return html`
    <fieldset part="methods">
      <legend>${t.choose}</legend>
      ${methods.map(
        (method) => html`
          <label part="method">
            <input
              type="radio"
              name="method"
              .checked=${method === chosen}
              @change=${() => choose(method)}
            />
            ${fill(words[method], { name })}
          </label>
        `,
      )}
    </fieldset>
  `
}
