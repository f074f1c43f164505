import { css } from 'lit'

export const connectProviderStyles = css`
  wa-dialog {
    --width: min(44rem, calc(100vw - 1.5rem));
  }
  wa-dialog::part(dialog) {
    height: min(46rem, calc(100dvh - 2rem));
  }
  .back {
    margin: -0.5rem 0 0.75rem -0.75rem;
  }
  .find {
    position: sticky;
    top: 0;
    z-index: 1;
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(9rem, 13rem);
    gap: 0.75rem;
    padding-block: 0.25rem 0.875rem;
    background: var(--raised);
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr));
    gap: 0.5rem;
  }
  .tile {
    appearance: none;
    display: flex;
    align-items: center;
    gap: 0.75rem;
    width: 100%;
    padding: 0.625rem 0.75rem;
    border: 1px solid var(--border);
    border-radius: 10px;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
    content-visibility: auto;
    contain-intrinsic-size: auto 3.625rem;
  }
  .tile:hover {
    border-color: var(--edge);
    background: color-mix(in oklab, var(--surface), var(--text) 3%);
  }
  .tile .about {
    flex: 1;
    min-width: 0;
    line-height: 1.3;
  }
  .tile b {
    display: block;
    font-weight: 600;
    font-size: 0.875rem;
  }
  .tile small {
    color: var(--subtle);
    font-size: 0.75rem;
  }
  .logo {
    width: 2rem;
    height: 2rem;
  }
  .logo img {
    width: 1.25rem;
    height: 1.25rem;
  }
  @media (width < 30rem) {
    .find {
      grid-template-columns: minmax(0, 1fr);
      gap: 0.5rem;
    }
  }
`
