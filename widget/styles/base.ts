/** What every part of the widget stands on: reset, focus ring, buttons, what is heard but not seen, less motion. */
import { css } from 'lit'

export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  p,
  h2,
  ul {
    margin: 0;
    padding: 0;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  svg {
    width: 1.25em;
    height: 1.25em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  button {
    --fill: transparent;
    appearance: none;
    min-height: 2.25rem;
    min-width: 7.25rem;
    padding: 0.3125rem 0.875rem;
    border: 1px solid transparent;
    border-radius: calc(var(--radius) * 0.667);
    background: var(--fill);
    color: inherit;
    font: inherit;
    font-size: 0.875rem;
    font-weight: 500;
    line-height: 1.25rem;
    overflow-wrap: normal;
    cursor: pointer;
    transition: background-color 0.12s;
  }
  @media (pointer: coarse) {
    button {
      min-height: 2.75rem;
    }
  }
  /* The same for light and dark, filled and empty. */
  button:hover {
    background: color-mix(in oklab, var(--fill), #888 14%);
  }
  .plain {
    --fill: var(--raised);
    border-color: var(--edge);
    box-shadow: 0 1px 2px rgb(0 0 0 / 0.05);
  }
  .quiet {
    color: var(--subtle);
  }
  /* A second action is a word, no more. */
  button + .quiet {
    min-width: 0;
    padding-inline: 0.75rem;
  }
  .quiet:hover {
    color: var(--text);
  }
  .primary {
    --fill: var(--accent);
    color: var(--accent-text);
  }
  .danger {
    --fill: var(--danger-fill);
    color: #fff;
  }
  button[aria-disabled] {
    opacity: 0.5;
    cursor: default;
  }
  .spinner {
    animation: turn 0.8s linear infinite;
  }
  .spinner circle {
    opacity: 0.2;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before {
      animation: none !important;
      transition: none !important;
    }
  }
`
