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
  .advanced > * + * {
    margin-block-start: 1rem;
  }
  .advanced summary {
    width: fit-content;
    font-size: 0.9375rem;
    font-weight: 650;
    cursor: pointer;
  }
  .advanced wa-textarea::part(textarea) {
    font-family: ui-monospace, monospace;
    white-space: pre;
    overflow: auto;
  }
  .advanced ul {
    margin: 0 0 0.5rem;
    padding-inline-start: 1.25rem;
    font-size: 0.875rem;
    overflow-wrap: anywhere;
  }
`
