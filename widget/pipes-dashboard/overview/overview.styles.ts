import { css } from 'lit'

export const overviewStyles = css`
  .numbers {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }
  @media (width < 34rem) {
    .numbers {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .numbers > div {
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    padding: 1rem 1.25rem;
  }
  /* Between two, whether they stand side by side or one above the other. */
  .numbers > div {
    box-shadow: 1px 1px 0 0 var(--border);
  }
  .numbers dt {
    color: var(--subtle);
    font-size: 0.8125rem;
  }
  .numbers dd {
    font-size: 1.625rem;
    font-weight: 600;
    line-height: 1.3;
    letter-spacing: -0.02em;
    font-variant-numeric: tabular-nums;
  }
  .charts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
    gap: 1.25rem;
  }
  .chart {
    padding: 1.125rem 1.25rem;
  }
  .chart figcaption {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.25rem 1rem;
    margin-bottom: 0.75rem;
  }
  .chart figcaption ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.875rem;
    color: var(--subtle);
    font-size: 0.75rem;
  }
  .chart figcaption li::before {
    content: '';
    display: inline-block;
    width: 0.5rem;
    height: 0.5rem;
    margin-inline-end: 0.375rem;
    border-radius: 2px;
    background: var(--ink);
  }
  .chart svg {
    display: block;
    width: 100%;
    height: 6rem;
    overflow: hidden;
  }
  .good {
    --ink: light-dark(#30a46c, #3fb37f);
  }
  .bad {
    --ink: light-dark(#e5484d, #ef6a6a);
  }
  .calm {
    --ink: light-dark(#b9bbc6, #5b5d69);
  }
  rect {
    fill: var(--ink);
  }
  rect.ground {
    fill: var(--border);
  }
  .ends {
    display: flex;
    justify-content: space-between;
    margin-top: 0.25rem;
  }
  details {
    margin-top: 0.5rem;
    color: var(--subtle);
    font-size: 0.8125rem;
  }
  summary {
    width: fit-content;
    cursor: pointer;
  }
  details table {
    margin-top: 0.5rem;
  }
  .first {
    display: grid;
    gap: 0;
  }
  .first li {
    display: flex;
    gap: 0.875rem;
    padding: 1rem 1.25rem;
  }
  .first li + li {
    border-top: 1px solid var(--border);
  }
  .first .mark {
    flex: none;
    display: grid;
    place-items: center;
    width: 1.625rem;
    height: 1.625rem;
    border: 1px solid var(--edge);
    border-radius: 50%;
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .first .is-done .mark {
    border-color: transparent;
    background: color-mix(in oklab, var(--surface), var(--success) 16%);
    color: var(--success);
  }
  .first .step {
    flex: 1;
    min-width: 0;
  }
  .first p {
    margin-block: 0.125rem 0.625rem;
    color: var(--subtle);
    font-size: 0.875rem;
  }
  .first .is-done p {
    margin-bottom: 0;
  }
`
