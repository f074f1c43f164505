/** The one dialog, whatever is asked in it. With the scripts that ask. */
import { css } from 'lit'

export const dialogStyles = css`
  dialog {
    width: min(26rem, calc(100vw - 2rem));
    padding: 1.5rem;
    border: 1px solid var(--border);
    border-radius: calc(var(--radius) * 1.25);
    background: var(--raised);
    color: var(--text);
    box-shadow:
      0 24px 60px -12px rgb(0 0 0 / 0.28),
      0 4px 16px rgb(0 0 0 / 0.08);
  }
  dialog[open] {
    animation: rise 0.16s ease-out;
  }
  dialog::backdrop {
    background: rgb(10 10 14 / 0.45);
  }
  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 6px;
    }
  }
  dialog h2 {
    font-size: 1.0625rem;
    font-weight: 650;
    line-height: 1.35;
    text-wrap: balance;
  }
  dialog p {
    margin-top: 0.5rem;
    color: var(--subtle);
    font-size: 0.875rem;
  }
  .dialog-actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 0.625rem;
    margin-top: 1.5rem;
  }
  @media (width < 26rem) {
    .dialog-actions > * {
      flex: auto;
    }
  }
`
