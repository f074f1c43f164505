import { css } from 'lit'

export const providerStyles = css`
  .trail {
    margin-bottom: 0.75rem;
    color: var(--subtle);
    font-size: 0.8125rem;
  }
  .title {
    display: flex;
    align-items: center;
    gap: 0.875rem;
  }
  .title .logo {
    width: 3rem;
    height: 3rem;
    border-radius: 12px;
  }
  .title .logo img {
    width: 1.75rem;
    height: 1.75rem;
  }
  .finding {
    display: grid;
    grid-template-columns: 7.5rem 7rem minmax(0, 1fr);
    align-items: baseline;
    font-size: 0.875rem;
  }
  .subject {
    font-weight: 550;
  }
  @media (width < 40rem) {
    .finding {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .finding .about {
      grid-column: 1 / -1;
    }
  }
`
