/** The fields by which connections are found. */
import '@awesome.me/webawesome/dist/components/option/option.js'
import '@awesome.me/webawesome/dist/components/select/select.js'
import type WaInput from '@awesome.me/webawesome/dist/components/input/input.js'
import type WaSelect from '@awesome.me/webawesome/dist/components/select/select.js'
import { html, type TemplateResult } from 'lit'
import type { Wanted } from './search.ts'

/** After the last key: a search for each letter would only make the answers late. */
const PAUSE_MS = 250

const STATES = [
  ['', 'Any state'],
  ['connected', 'Connected'],
  ['needs_reauthorization', 'To be reauthorized'],
] as const
const DUES = [
  ['', 'Any time'],
  ['0', 'Overdue'],
  ['7', 'Within a week'],
  ['30', 'Within 30 days'],
  ['90', 'Within 90 days'],
] as const

export type FindModel = {
  readonly wanted: Wanted
  /** Slugs and names of the environment's; empty until somebody wants to choose. */
  readonly providers: readonly (readonly [slug: string, name: string])[]
  readonly loadProviders: () => void
  readonly find: (changes: Partial<Wanted>, pauseMs: number) => void
}

export const findView = ({ wanted, providers, loadProviders, find }: FindModel): TemplateResult => {
  const { provider } = wanted
  const isListed = provider === '' || providers.some(([slug]) => slug === provider)
  const named = [
    ['', 'Any provider'],
    ...(isListed ? [] : [[provider, provider]]),
    ...providers,
  ] as const
  return html`<div class="find" role="search">
    <wa-input
      size="s"
      label="Search"
      type="search"
      autocomplete="off"
      spellcheck="false"
      placeholder="User, organization or connection id, or its beginning"
      .value=${wanted.search}
      @input=${(event: Event) =>
        find({ search: (event.currentTarget as WaInput).value ?? '' }, PAUSE_MS)}
    >
      <wa-icon slot="start" name="magnifying-glass"></wa-icon>
    </wa-input>
    ${choice('Provider', provider, named, (value) => find({ provider: value }, 0), loadProviders)}
    ${choice('State', wanted.state, STATES, (state) => find({ state }, 0))}
    ${
      // Whoever has an id looks for one; a list by date is another one.
      choice('Needs its user', wanted.search === '' ? wanted.due : '', DUES, (due) =>
        find({ due, search: '' }, 0),
      )
    }
  </div>`
}

const choice = (
  label: string,
  value: string,
  options: readonly (readonly (string | undefined)[])[],
  choose: (value: string) => void,
  opened: () => void = () => undefined,
): TemplateResult => html`
  <wa-select
    size="s"
    label=${label}
    .value=${value}
    @focusin=${opened}
    @change=${(event: Event) => choose(String((event.currentTarget as WaSelect).value ?? ''))}
  >
    ${options.map(([key, name]) => html`<wa-option value=${key}>${name}</wa-option>`)}
  </wa-select>
`
