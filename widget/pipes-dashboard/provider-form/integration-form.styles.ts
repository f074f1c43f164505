import { css } from 'lit'

export const formStyles = css`
  .steps {
    padding: 0.875rem 1rem;
    border: 1px solid var(--border);
    border-radius: 10px;
    background: var(--sunken);
    font-size: 0.875rem;
  }
  .steps ol {
    display: grid;
    gap: 0.625rem;
    counter-reset: step;
  }
  .steps li {
    position: relative;
    padding-inline-start: 1.875rem;
    counter-increment: step;
  }
  .steps li::before {
    content: counter(step);
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    width: 1.3125rem;
    border: 1px solid var(--edge);
    border-radius: 99px;
    font-size: 0.75rem;
    line-height: 1.1875rem;
    text-align: center;
  }
  .steps .copy {
    margin-top: 0.375rem;
    background: var(--surface);
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr));
    gap: 1rem;
  }
  .scopes {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr));
    gap: 0.5rem 1rem;
    max-height: 15rem;
    margin-block: 0.625rem;
    padding: 0.75rem;
    overflow-y: auto;
    border: 1px solid var(--border);
    border-radius: 10px;
  }
  wa-checkbox::part(hint) {
    margin-block-start: 0;
    padding-inline-start: 1.625rem;
    font-size: 0.75rem;
  }
  details > * + * {
    margin-block-start: 0.75rem;
  }
  summary {
    width: fit-content;
    font-size: 0.875rem;
    font-weight: 500;
    cursor: pointer;
  }
  .methods {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1.25rem;
  }
  wa-radio .hint {
    font-size: 0.8125rem;
  }
`
