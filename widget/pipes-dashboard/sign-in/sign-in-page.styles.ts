import { css } from 'lit'

export const signInStyles = css`
  main {
    display: grid;
    place-items: center;
    min-height: 100dvh;
    padding: 1rem;
  }
  .card {
    display: grid;
    gap: 1rem;
    width: min(25rem, 100%);
    padding: 2rem;
  }
  .subtle {
    font-size: 0.875rem;
  }
  .subtle + form {
    margin-top: 0.5rem;
  }
  .hint {
    display: flex;
    gap: 0.5rem;
  }
  .hint wa-icon {
    flex: none;
    margin-top: 0.2em;
    color: var(--success);
  }
`
