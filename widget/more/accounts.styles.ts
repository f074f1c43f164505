/** How accounts stand below each other, each with its name and its buttons; in the tokens of `styles/tokens.ts`. */
import { css } from 'lit'

export const accountStyles = css`
  .accounts {
    display: grid;
    gap: 0.75rem;
  }
  .account-details {
    padding: 0.875rem 1rem;
    border: 1px solid var(--border);
    border-radius: calc(var(--radius) * 0.667);
    background: color-mix(in oklab, var(--surface), var(--text) 3%);
    font-size: 0.875rem;
  }
  /* What is said of an account goes below its name before that is broken. */
  .account-name {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.5rem;
    align-items: center;
    margin: 0;
    color: var(--text);
    font-weight: 600;
  }
  .account-name bdi {
    max-width: calc(100% - 2.25rem);
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .account-name .logo {
    overflow: hidden;
    width: 1.75rem;
    height: 1.75rem;
    flex: none;
    margin: 0;
    border-radius: 50%;
  }
  .account-name .logo::before {
    font-size: 0.8125rem !important;
  }
  .naming,
  .facts,
  .account-details .scopes,
  .account-actions {
    display: flex;
    flex-wrap: wrap;
  }
  .naming {
    gap: 0.5rem;
    align-items: end;
    margin-top: 0.75rem;
  }
  .naming label {
    flex: 1 1 10rem;
    max-width: 20rem;
  }
  .naming span {
    display: block;
    margin-bottom: 0.25rem;
    color: var(--subtle);
  }
  .naming input {
    width: 100%;
    min-height: 2.25rem;
    padding: 0.3125rem 0.75rem;
    border: 1px solid var(--edge);
    border-radius: calc(var(--radius) * 0.667);
    background: var(--raised);
    color: inherit;
    font: inherit;
  }
  ::placeholder {
    color: var(--subtle);
    opacity: 1;
  }
  .naming button {
    min-width: 0;
  }
  .facts {
    gap: 0 1rem;
    margin-top: 0.25rem;
    color: var(--subtle);
  }
  .over {
    color: var(--attention);
  }
  .account-details .scopes-title {
    margin-top: 0.625rem;
    color: var(--subtle);
  }
  .account-details .scopes {
    gap: 0.375rem;
    margin-top: 0.375rem;
  }
  .account-details .scopes > * {
    padding: 0.0625rem 0.5rem;
    border: 1px solid var(--border);
    border-radius: 1rem;
    background: var(--raised);
    font-size: 0.8125rem;
  }
  .account-details .scopes code {
    font-family: ui-monospace, monospace;
    font-size: 0.75rem;
  }
  .account-actions {
    gap: 0.25rem;
    margin-top: 0.75rem;
  }
  /* A word by itself begins where the text does. */
  .account-actions .quiet:first-child {
    min-width: 0;
    margin-inline-start: -0.875rem;
  }
  @media (forced-colors: active) {
    /* There it has an edge that is seen. */
    .account-actions .quiet.quiet {
      margin: 0;
    }
  }
  /* As the buttons of the row. */
  @container (width < 20rem) {
    .account-actions {
      column-gap: 0.75rem;
    }
    .account-actions .quiet.quiet {
      min-width: 0;
      margin: 0;
      padding-inline: 0;
    }
  }
`
