/** What the pages share of text: headings, links, code, what is said aside. */
import { css } from 'lit'

export const textStyles = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    display: block;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  /* Names are of others, and may be one long word. */
  h1,
  h2,
  h3,
  p {
    overflow-wrap: break-word;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    font-size: 1.375rem;
    font-weight: 650;
    line-height: 1.25;
    letter-spacing: -0.012em;
  }
  h1:focus {
    outline: none;
  }
  h2 {
    font-size: 1rem;
    font-weight: 650;
    line-height: 1.4;
  }
  h3 {
    font-size: 0.875rem;
    font-weight: 600;
  }
  a {
    color: inherit;
    text-decoration-color: color-mix(in oklab, currentColor 35%, transparent);
    text-underline-offset: 0.18em;
  }
  a:hover {
    text-decoration-color: currentColor;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
    border-radius: 4px;
  }
  code,
  .mono {
    font-family: ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, monospace;
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .subtle {
    color: var(--subtle);
  }
  .small {
    font-size: 0.8125rem;
  }
`
