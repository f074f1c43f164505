import { css } from 'lit'

export const customFormStyles = css`
  form {
    gap: 1.75rem;
  }
  fieldset {
    display: grid;
    gap: 1rem;
  }
  fieldset > * {
    min-width: 0;
  }
  legend {
    padding-block-end: 0.75rem;
    font-size: 0.9375rem;
    font-weight: 650;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr));
    gap: 1rem;
  }
  .discovery {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: start;
    gap: 0.5rem;
  }
  .discovery wa-button {
    margin-block-start: 1.5rem;
  }
`
