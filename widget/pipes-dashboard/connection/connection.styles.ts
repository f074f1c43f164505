import { css } from 'lit'

export const connectionStyles = css`
  .trail {
    margin-bottom: 0.75rem;
    color: var(--subtle);
    font-size: 0.8125rem;
  }
  .head h1 {
    overflow-wrap: anywhere;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    align-items: start;
    gap: 1.25rem;
  }
  .timeline {
    padding: 0.5rem 1.25rem 1rem;
  }
  .timeline li {
    position: relative;
    display: flex;
    gap: 0.75rem;
    padding-block: 0.5rem;
    font-size: 0.875rem;
  }
  .timeline li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-block: 1.875rem -0.3125rem;
    inset-inline-start: 0.5625rem;
    border-inline-start: 1px solid var(--border);
  }
  .what code {
    margin-inline-start: 0.5rem;
    color: var(--subtle);
  }
  .timeline wa-icon {
    flex: none;
    margin-top: 0.1875rem;
    color: var(--subtle);
  }
  .timeline .good wa-icon {
    color: var(--success);
  }
  .timeline .warn wa-icon {
    color: var(--attention);
  }
  .timeline .bad wa-icon {
    color: var(--danger);
  }
  .what {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .timeline .small {
    white-space: nowrap;
  }
  @media (width < 60rem) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`
