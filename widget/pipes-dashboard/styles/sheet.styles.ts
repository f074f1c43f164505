/** What the pages share: headings, cards, tables, states. Colours are the tokens of `widget/styles`. */
import { css } from 'lit'

export const sheet = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    display: block;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    font-size: 1.375rem;
    font-weight: 650;
    line-height: 1.25;
    letter-spacing: -0.012em;
  }
  h1:focus {
    outline: none;
  }
  h2 {
    font-size: 1rem;
    font-weight: 650;
    line-height: 1.4;
  }
  h3 {
    font-size: 0.875rem;
    font-weight: 600;
  }
  a {
    color: inherit;
    text-decoration-color: color-mix(in oklab, currentColor 35%, transparent);
    text-underline-offset: 0.18em;
  }
  a:hover {
    text-decoration-color: currentColor;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
    border-radius: 4px;
  }
  code,
  .mono {
    font-family: ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, monospace;
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .subtle {
    color: var(--subtle);
  }
  .small {
    font-size: 0.8125rem;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.75rem 1.5rem;
    margin-bottom: 1.5rem;
  }
  .head p {
    margin-top: 0.25rem;
    max-width: 38rem;
    color: var(--subtle);
    font-size: 0.875rem;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .stack {
    display: grid;
    gap: 1.25rem;
  }
  .stack > * {
    min-width: 0;
  }

  .card {
    overflow: hidden;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: 0 1px 3px rgb(0 0 0 / 0.04);
  }
  .card > .inside,
  .inside {
    padding: 1.125rem 1.25rem;
  }
  .card-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    padding: 1rem 1.25rem;
  }
  .card-head p {
    color: var(--subtle);
    font-size: 0.8125rem;
  }
  .card-head + * {
    border-top: 1px solid var(--border);
  }

  .row {
    display: flex;
    align-items: center;
    gap: 0.875rem;
    padding: 0.8125rem 1.25rem;
  }
  .row + .row,
  li + li > .row {
    border-top: 1px solid var(--border);
  }
  .row .about {
    flex: 1;
    min-width: 0;
  }
  /* What stands at its end goes below where there is no room for both. */
  .row.wraps {
    flex-wrap: wrap;
  }
  .row.wraps .about {
    flex: 1 1 10rem;
  }
  .row .name {
    display: block;
    font-weight: 600;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  a.row {
    text-decoration: none;
  }
  a.row:hover,
  tbody tr:hover {
    background: color-mix(in oklab, var(--surface), var(--text) 2.5%);
  }
  a.row:focus-visible {
    outline-offset: -2px;
  }

  .logo {
    flex: none;
    display: grid;
    place-items: center;
    width: 2.25rem;
    height: 2.25rem;
    border: 1px solid light-dark(var(--border), transparent);
    border-radius: 9px;
    background: var(--tile);
  }
  .logo img {
    display: block;
    width: 1.375rem;
    height: 1.375rem;
    object-fit: contain;
  }
  .logo:is([data-failed], [data-letter-only])::before {
    content: attr(data-letter) / '';
    color: var(--tile-text);
    font-size: 1rem;
    font-weight: 650;
    line-height: 1;
  }
  .logo[data-failed] img {
    display: none;
  }

  .state {
    display: inline-flex;
    align-items: center;
    gap: 0.4375rem;
    font-size: 0.8125rem;
    white-space: nowrap;
    color: var(--subtle);
  }
  .state::before {
    content: '';
    width: 0.5rem;
    height: 0.5rem;
    border: 1.5px solid currentColor;
    border-radius: 50%;
  }
  .state.good,
  .state.warn,
  .state.bad {
    color: var(--success);
  }
  .state.warn {
    color: var(--attention);
  }
  .state.bad {
    color: var(--danger);
  }
  .state:is(.good, .warn, .bad)::before {
    background: currentColor;
  }
  .chip {
    display: inline-block;
    padding: 0.0625rem 0.5rem;
    border: 1px solid var(--border);
    border-radius: 99px;
    color: var(--subtle);
    font-size: 0.75rem;
    line-height: 1.25rem;
    white-space: nowrap;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
  }
  .chips .chip {
    white-space: normal;
    overflow-wrap: anywhere;
  }

  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.875rem;
  }
  th {
    padding: 0.5rem 0.75rem;
    background: var(--sunken);
    color: var(--subtle);
    font-size: 0.75rem;
    font-weight: 550;
    text-align: start;
    white-space: nowrap;
  }
  td {
    padding: 0.625rem 0.75rem;
    border-top: 1px solid var(--border);
    vertical-align: top;
  }
  :is(th, td):first-child {
    padding-inline-start: 1.25rem;
  }
  :is(th, td):last-child {
    padding-inline-end: 1.25rem;
  }
  td .mono {
    overflow-wrap: anywhere;
  }
  .number {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .frame {
    container-type: inline-size;
  }
  .narrow {
    display: none;
  }
  @container (width < 44rem) {
    .wide {
      display: none;
    }
    .narrow {
      display: block;
    }
  }

  .facts {
    display: grid;
    grid-template-columns: minmax(8rem, max-content) minmax(0, 1fr);
    gap: 0.5rem 1.5rem;
    font-size: 0.875rem;
  }
  .facts dt {
    color: var(--subtle);
  }
  .facts dd {
    overflow-wrap: anywhere;
  }

  .notice {
    display: grid;
    justify-items: center;
    gap: 0.25rem;
    padding: 2.75rem 1.5rem;
    text-align: center;
    text-wrap: balance;
  }
  .notice wa-icon {
    margin-bottom: 0.5rem;
    color: var(--subtle);
    font-size: 1.5rem;
  }
  .notice p {
    max-width: 30rem;
    color: var(--subtle);
    font-size: 0.875rem;
  }
  .notice .actions {
    margin-top: 1rem;
    justify-content: center;
  }

  .problem {
    display: flex;
    gap: 0.625rem;
    padding: 0.625rem 0.875rem;
    border-radius: 8px;
    background: color-mix(in oklab, var(--surface), var(--danger) 9%);
    font-size: 0.875rem;
    line-height: 1.45;
  }
  .problem wa-icon {
    flex: none;
    margin-top: 0.2rem;
    color: var(--danger);
  }
  .problem.mild {
    background: color-mix(in oklab, var(--surface), var(--attention) 10%);
  }
  .problem.mild wa-icon {
    color: var(--attention);
  }
  .fault {
    color: var(--danger);
  }

  .copy {
    display: flex;
    align-items: center;
    gap: 0.25rem;
    min-width: 0;
    padding: 0.1875rem 0.25rem 0.1875rem 0.75rem;
    border: 1px solid var(--border);
    border-radius: 8px;
    background: var(--sunken);
  }
  .copy code {
    flex: 1;
    min-width: 0;
  }
  pre {
    margin: 0;
    padding: 0.875rem 1rem;
    overflow-x: auto;
    border-radius: 8px;
    background: var(--sunken);
    font-size: 0.8125rem;
    line-height: 1.55;
  }
  pre code {
    overflow-wrap: normal;
  }

  .bone {
    display: block;
    height: 0.75rem;
    border-radius: 6px;
    background: color-mix(in oklab, var(--surface), var(--text) 8%);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }

  form,
  .form {
    display: grid;
    gap: 1.125rem;
  }
  form > *,
  .form > * {
    min-width: 0;
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0 0 0.375rem;
    font-size: 0.875rem;
    font-weight: 500;
  }
  .hint {
    color: var(--subtle);
    font-size: 0.8125rem;
  }
  wa-input::part(form-control-label),
  wa-textarea::part(form-control-label),
  wa-select::part(form-control-label),
  wa-radio-group::part(form-control-label) {
    font-size: 0.875rem;
  }
  :is(wa-input, wa-textarea, wa-select)::part(hint) {
    font-size: 0.8125rem;
  }
  wa-input[data-fault]::part(input-wrapper),
  wa-textarea[data-fault]::part(textarea-wrapper),
  wa-select[data-fault]::part(combobox) {
    border-color: var(--danger);
  }
  wa-dialog {
    --width: min(34rem, calc(100vw - 1.5rem));
  }
  wa-dialog::part(title) {
    font-size: 1.0625rem;
    font-weight: 650;
  }
  wa-dialog::part(body) {
    overscroll-behavior: contain;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
    }
  }
`
