/**
 * A provider's mark on a light tile, or the face of an account: the picture, or its first letter when there is none. Pure decoration:
 * the name stands beside it, and the letter is generated content, so that a row's text begins with the name.
 */
import { html, nothing, type TemplateResult } from 'lit'

export const providerLogo = (
  name: string,
  iconUrl: string | null,
  { part } = { part: 'icon' },
): TemplateResult => html`
  <span
    class="logo"
    part=${part}
    aria-hidden="true"
    data-letter=${firstLetter(name)}
    ?data-letter-only=${iconUrl === null}
  >
    ${
      iconUrl === null
        ? nothing
        : html`<img alt="" src=${iconUrl} @error=${showWhichever} @load=${showWhichever} />`
    }
  </span>
`

const firstLetter = (name: string): string => [...name][0]?.toLocaleUpperCase() ?? ''

const showWhichever = ({ type, currentTarget }: Event): void => {
  const picture = currentTarget as Element
  picture.closest('.logo')?.toggleAttribute('data-failed', type === 'error')
}
