/** How the form is laid out, in the tokens of `styles/tokens.ts`. */
import { css } from 'lit'

export const styles = css`
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
  }
  .form-head {
    display: flex;
    align-items: center;
    gap: 0.75rem;
  }
  .form-head h2 {
    min-width: 0;
  }
  .form-head .logo {
    flex: none;
    margin: 0;
  }
  /* In sight however long the form is. */
  form .dialog-actions,
  .accounts ~ .dialog-actions {
    position: sticky;
    bottom: -1.5rem;
    margin: 0.5rem -1.5rem -1.5rem;
    padding: 1rem 1.5rem 1.5rem;
    background: var(--raised);
  }
  dialog:has(form) {
    scroll-padding-block: 1rem 6rem;
  }
  #dialog-text {
    margin-top: 0.75rem;
  }
  label,
  legend {
    display: block;
    font-size: 0.875rem;
    font-weight: 500;
    line-height: 1.25rem;
  }
  fieldset {
    display: grid;
    margin-top: 1.25rem;
    border: 1px solid var(--edge);
    border-radius: calc(var(--radius) * 0.667);
  }
  legend {
    float: inline-start;
    padding: 0.625rem 0.75rem 0.25rem;
    color: var(--subtle);
    font-weight: 400;
  }
  fieldset label {
    display: flex;
    clear: both;
    align-items: center;
    gap: 0.625rem;
    padding: 0.5rem 0.75rem;
    cursor: pointer;
  }
  fieldset label:last-child {
    padding-bottom: 0.75rem;
  }
  [type='radio'] {
    flex: none;
    width: 1rem;
    height: 1rem;
    margin: 0;
    accent-color: var(--accent);
  }
  .field {
    margin-top: 1.25rem;
  }
  /* Looks like the input: so the button beside it takes its room from the text, whichever way that runs. */
  .box {
    display: flex;
    min-height: 2.5rem;
    margin-top: 0.375rem;
    border: 1px solid var(--field-edge, light-dark(#8b8b96, #74747f));
    border-radius: calc(var(--radius) * 0.667);
    background: var(--surface);
  }
  /* Its own ring, where the outline of all others would cross the label. */
  .box:has(input:focus-visible) {
    border-color: var(--focus);
    outline: 1px solid var(--focus);
  }
  .box:has(input[aria-invalid]) {
    border-color: var(--danger);
  }
  .box input {
    flex: 1;
    min-width: 0;
    padding: 0.375rem 0.75rem;
    border: 0;
    border-radius: inherit;
    outline: none;
    background: none;
    color: inherit;
    font: inherit;
    font-size: 0.875rem;
  }
  .box input::placeholder {
    color: var(--subtle);
    opacity: 1;
  }
  .box input[readonly] {
    color: var(--subtle);
  }
  .show {
    margin: 2px;
    min-width: 3.75rem;
    min-height: 0;
    padding: 0 0.5rem;
    border-radius: calc(var(--radius) * 0.5);
  }
  dialog .fault,
  dialog .hint {
    margin-top: 0.375rem;
    font-size: 0.8125rem;
    line-height: 1.125rem;
  }
  /* An example is not broken, if a line has room for it. */
  .hint bdi + bdi {
    display: inline-block;
  }
  dialog .fault {
    color: var(--danger);
  }
  dialog .safe {
    display: flex;
    gap: 0.375rem;
    margin-top: 0.75rem;
    font-size: 0.8125rem;
    line-height: 1.125rem;
  }
  .safe svg {
    width: 1rem;
    height: 1rem;
  }
  dialog .problem {
    margin-top: 1.25rem;
    color: var(--text);
  }
  .dialog-actions .spinner {
    width: 1rem;
    height: 1rem;
    margin-inline-end: 0.375rem;
    vertical-align: -0.1875rem;
  }
  @media (pointer: coarse) {
    /* Below that Safari zooms into the field. */
    .box {
      min-height: 2.75rem;
    }
    .box input {
      font-size: 1rem;
    }
  }
`
