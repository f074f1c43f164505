/** Fields, their hints and faults, and dialogs. */
import { css } from 'lit'

export const formsStyles = css`
  form,
  .form {
    display: grid;
    gap: 1.125rem;
  }
  form > *,
  .form > * {
    min-width: 0;
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0 0 0.375rem;
    font-size: 0.875rem;
    font-weight: 500;
  }
  .hint {
    color: var(--subtle);
    font-size: 0.8125rem;
  }
  wa-input::part(form-control-label),
  wa-textarea::part(form-control-label),
  wa-select::part(form-control-label),
  wa-radio-group::part(form-control-label) {
    font-size: 0.875rem;
  }
  :is(wa-input, wa-textarea, wa-select)::part(hint) {
    font-size: 0.8125rem;
  }
  wa-input::part(input) {
    text-overflow: ellipsis;
  }
  wa-input[data-fault]::part(input-wrapper),
  wa-textarea[data-fault]::part(textarea-wrapper),
  wa-select[data-fault]::part(combobox) {
    border-color: var(--danger);
  }
  wa-dialog {
    --width: min(34rem, calc(100vw - 1.5rem));
  }
  wa-dialog::part(title) {
    overflow-wrap: anywhere;
    font-size: 1.0625rem;
    font-weight: 650;
  }
  wa-dialog::part(body) {
    overscroll-behavior: contain;
  }
  /* What scrolls goes below something, and does not end there. */
  wa-dialog.is-wide::part(footer) {
    padding-block: 1rem;
    border-top: 1px solid var(--border);
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
    }
  }
`
