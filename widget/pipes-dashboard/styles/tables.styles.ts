/** What stands in a card beside rows: tables, facts, notices, problems, code, what is still loading. */
import { css } from 'lit'

export const tablesStyles = css`
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
  .whole {
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
  @media (width < 40rem) {
    .facts {
      grid-template-columns: minmax(0, 1fr);
      gap: 0.125rem;
    }
    .facts dd:not(:last-child) {
      margin-bottom: 0.625rem;
    }
  }

  .code-block {
    position: relative;
  }
  .code-block pre {
    padding-inline-end: 3rem;
  }
  .code-block wa-copy-button {
    position: absolute;
    inset: 0.375rem 0.375rem auto auto;
    border-radius: 6px;
    background: var(--sunken);
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
    overflow-wrap: anywhere;
    white-space: pre-wrap;
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
`
