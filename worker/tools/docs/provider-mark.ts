/** A provider's icon, or the first letter of its name where there is none. */
import type { AuthMethod } from '../../domain/integration.ts'
import type { DocumentedProvider } from '../providers/documented.ts'
import { html, type Markup } from './text.ts'

export const providerMark = ({
  entry,
  hasIcon,
}: Pick<DocumentedProvider, 'entry' | 'hasIcon'>): Markup =>
  hasIcon
    ? html`<img
        class="tile"
        src="/icons/${entry.slug}.svg"
        alt=""
        width="32"
        height="32"
        loading="lazy"
      />`
    : html`<span class="tile letter" aria-hidden="true">${entry.name.charAt(0)}</span>`

export const WAYS: Readonly<Record<AuthMethod, string>> = {
  oauth: 'OAuth',
  api_key: 'API key',
  client_credentials: 'Client credentials',
}
