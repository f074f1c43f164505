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
    appearance: none;
    min-height: 2.25rem;
    min-width: 7.25rem;
    padding: 0.3125rem 0.875rem;
    border: 1px solid transparent;
    border-radius: calc(var(--radius) * 0.667);
    background: transparent;
    color: inherit;
    font: inherit;
    font-size: 0.875rem;
    font-weight: 500;
    line-height: 1.3;
    cursor: pointer;
    transition: 0.12s;
    transition-property: background-color, border-color, color;
  }
  @media (pointer: coarse) {
    button {
      min-height: 2.75rem;
    }
  }
  .plain {
    border-color: var(--edge);
    background: var(--raised);
    box-shadow: 0 1px 2px rgb(0 0 0 / 0.05);
  }
  .plain:hover {
    border-color: color-mix(in oklab, var(--edge), var(--text) 25%);
    background: color-mix(in oklab, var(--raised), var(--text) 4%);
  }
  .quiet {
    color: var(--subtle);
  }
  .quiet:hover {
    background: color-mix(in oklab, var(--surface), var(--text) 7%);
    color: var(--text);
  }
  .primary {
    background: var(--accent);
    color: var(--accent-text);
  }
  .primary:hover {
    background: color-mix(in oklab, var(--accent), var(--surface) 16%);
  }
  .danger {
    background: var(--danger-fill);
    color: #fff;
  }
  .danger:hover {
    background: color-mix(in oklab, var(--danger-fill), #000 12%);
  }
  button:active {
    transform: translateY(0.5px);
  }
  button[aria-disabled] {
    opacity: 0.5;
    cursor: default;
    transform: none;
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
