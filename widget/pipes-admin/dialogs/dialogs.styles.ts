/** How the dialogs are laid out, in the tokens of `styles/tokens.ts`; fields as in the form of `<pipes-widget>`. */
import { css } from 'lit'

export const styles = css`
  dialog.dialog {
    width: min(28rem, calc(100vw - 2rem));
  }
  dialog :is(.problem, .warning) {
    margin-top: 1.25rem;
    color: var(--text);
  }
  .warning {
    display: flex;
    gap: 0.5rem;
    padding: 0.5rem 0.75rem;
    border-radius: calc(var(--radius) * 0.667);
    background: color-mix(in oklab, var(--surface), var(--attention) 10%);
    line-height: 1.45;
  }
  .warning svg {
    width: 1rem;
    height: 1rem;
    margin-top: 0.1rem;
    color: var(--attention);
  }
  .steps {
    color: var(--subtle);
    font-size: 0.8125rem;
  }
  #dialog-text:empty {
    margin: 0;
  }

  .scopes {
    clear: both;
    max-height: min(18rem, 40vh);
    overflow: auto;
    padding-bottom: 0.375rem;
  }
  .no-scopes {
    clear: both;
    margin: 0;
    padding: 0.25rem 0.75rem 0.75rem;
  }
  fieldset .scopes label {
    align-items: start;
    padding-block: 0.375rem;
  }
  [type='checkbox'] {
    flex: none;
    width: 1rem;
    height: 1rem;
    margin: 0.125rem 0 0;
    accent-color: var(--accent);
  }
  .scope bdi {
    display: block;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    font-weight: 400;
  }
  code {
    color: var(--subtle);
    font:
      0.8125rem ui-monospace,
      monospace;
  }
  .scope code:only-child {
    color: inherit;
    line-height: 1.25rem;
  }

  .people {
    max-height: min(24rem, 50vh);
    margin: 0.75rem -1.5rem 0;
    overflow: auto;
    border-block: 1px solid var(--border);
  }
  .people li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: 1rem;
    padding: 0.625rem 1.5rem;
    font-size: 0.875rem;
  }
  .who {
    font-weight: 600;
  }
  .whose,
  .since {
    color: var(--subtle);
  }
  .people :is(.state, .since) {
    grid-column: 2;
    text-align: end;
  }
  .people .state {
    grid-row: 1;
  }
  .people .since {
    grid-row: 2;
  }
  .reading svg {
    width: 1rem;
    height: 1rem;
    margin-inline-end: 0.375rem;
    vertical-align: -0.1875rem;
  }

  @media (width < 26rem) {
    .people li {
      grid-template-columns: minmax(0, 1fr);
    }
    .people :is(.state, .since) {
      grid-area: auto;
      text-align: start;
    }
  }
`
