/** How the details of a row, and what is above a long list, are laid out, in the tokens of `styles/tokens.ts`. */
import { css } from 'lit'

export const styles = css`
  .finder > * {
    flex: 3 1 12rem;
    min-width: 0;
    min-height: 2.25rem;
    padding: 0.3125rem 0.75rem;
    border: 1px solid var(--edge);
    border-radius: calc(var(--radius) * 0.667);
    background: var(--raised);
    color: inherit;
    font: inherit;
    font-size: 0.875rem;
  }
  .finder select {
    flex: 1 1 10rem;
  }
  a {
    color: inherit;
    font-weight: 600;
    /* A target of its own, in a line of text. */
    display: inline-block;
    padding-block: 0.125rem;
  }
  ul + .heading {
    border-top: 1px solid var(--border);
  }
  .details {
    grid-column: 1 / -1;
    margin-top: 0.875rem;
  }
  [aria-expanded] svg {
    transition: rotate 0.15s;
  }
  [aria-expanded='true'] svg {
    rotate: 180deg;
  }
  .details > button {
    margin-top: 0.75rem;
  }
`
