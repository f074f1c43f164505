/** A page from above to below: its head, its cards, and their rows with marks and states. */
import { css } from 'lit'

export const cardsStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.75rem 1.5rem;
    margin-bottom: 1.5rem;
  }
  /* Beside its button as long as both have room. */
  .head > div:has(> p) {
    flex: 1 1 14rem;
    min-width: 0;
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
    align-items: center;
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
`
