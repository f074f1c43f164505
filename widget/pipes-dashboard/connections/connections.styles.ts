import { css } from 'lit'

export const connectionsStyles = css`
  .find {
    display: grid;
    grid-template-columns: minmax(0, 1fr) repeat(3, 10.5rem);
    gap: 0.75rem;
    margin-bottom: 1rem;
  }
  /* Columns that do not depend on which rows are drawn. */
  table {
    table-layout: fixed;
  }
  .card {
    /* Its head stays in sight: with hidden overflow it would stay in the card. */
    overflow: clip;
  }
  thead {
    position: sticky;
    top: 0;
    z-index: 1;
    background: var(--sunken);
  }
  td a {
    scroll-margin-block: 3.5rem;
  }
  .account {
    width: 32%;
  }
  .owner {
    width: 26%;
  }
  td {
    overflow-wrap: anywhere;
  }
  td a {
    font-weight: 550;
  }
  .gap td {
    padding: 0;
    border: 0;
  }
  .gap:hover {
    background: none;
  }
  td .bone {
    width: 60%;
    margin-block: 0.35rem;
  }
  .more {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0.5rem 1rem;
    min-height: 3.5rem;
    padding: 0.75rem 1.25rem;
    border-top: 1px solid var(--border);
    font-size: 0.875rem;
  }
  @container (width < 44rem) {
    .account {
      width: auto;
    }
    .state-column {
      width: 10.5rem;
    }
  }
  @media (width < 68rem) {
    .find {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .find > :first-child {
      grid-column: 1 / -1;
    }
  }
  @media (width < 30rem) {
    .find {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 0.5rem;
    }
    .find > :last-child {
      grid-column: 1 / -1;
    }
  }
`
