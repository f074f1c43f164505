/** The frame: a column at the side, or a band on top where there is no room for one. */
import { css } from 'lit'

export const frameStyles = css`
  :host {
    min-height: 100dvh;
    background: var(--page);
    color: var(--text);
    font: 400 0.9375rem/1.5 var(--font);
    -webkit-font-smoothing: antialiased;
  }
  .frame-grid {
    display: grid;
    grid-template-columns: 14.5rem minmax(0, 1fr);
    min-height: 100dvh;
  }
  .side {
    position: sticky;
    top: 0;
    display: flex;
    flex-direction: column;
    gap: 1rem;
    height: 100dvh;
    padding: 1.125rem 0.75rem 0.75rem;
    border-inline-end: 1px solid var(--border);
    background: var(--surface);
  }
  .brand {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    padding-inline: 0.625rem;
    font-weight: 650;
    letter-spacing: -0.01em;
  }
  .environment {
    display: block;
    padding-inline: 0.125rem;
  }
  .environment wa-button {
    width: 100%;
  }
  .environment wa-button::part(label) {
    flex: 1;
    overflow: hidden;
    text-align: start;
    text-overflow: ellipsis;
  }
  nav {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
  }
  nav a {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    padding: 0.40625rem 0.625rem;
    border-radius: 8px;
    color: var(--subtle);
    font-size: 0.875rem;
    font-weight: 500;
    text-decoration: none;
    white-space: nowrap;
  }
  nav a:focus-visible {
    outline-offset: -2px;
    border-radius: 8px;
  }
  nav a:hover {
    color: var(--text);
    background: color-mix(in oklab, var(--surface), var(--text) 4%);
  }
  nav a[aria-current='page'] {
    color: var(--text);
    background: color-mix(in oklab, var(--surface), var(--text) 7%);
  }
  nav wa-icon {
    font-size: 1.0625rem;
  }
  .person wa-button {
    width: 100%;
  }
  .person wa-button::part(base) {
    justify-content: start;
    padding-inline: 0.625rem;
  }
  .person-name {
    overflow: hidden;
    max-width: 9rem;
    text-overflow: ellipsis;
  }
  main {
    width: 100%;
    max-width: 68rem;
    padding: 2rem clamp(1rem, 3vw, 2.5rem) 4rem;
    margin-inline: auto;
  }
  main:focus {
    outline: none;
  }
  .alone {
    max-width: 40rem;
    padding-top: 20vh;
  }
  .skip {
    position: fixed;
    inset: 0.5rem auto auto 0.5rem;
    z-index: 10;
    padding: 0.375rem 0.75rem;
    border: 0;
    border-radius: 8px;
    background: var(--accent);
    color: var(--accent-text);
    font: inherit;
    translate: 0 -200%;
  }
  .skip:focus {
    translate: none;
  }
  .message {
    position: fixed;
    inset: auto 1rem 1rem;
    z-index: 20;
    width: fit-content;
    max-width: min(30rem, calc(100vw - 2rem));
    margin-inline: auto;
    padding: 0.625rem 1rem;
    border-radius: 10px;
    background: var(--accent);
    color: var(--accent-text);
    font-size: 0.875rem;
    box-shadow: 0 12px 32px -8px rgb(0 0 0 / 0.35);
  }
  .message[data-empty] {
    clip-path: inset(50%);
  }

  @media (width < 48rem) {
    .frame-grid {
      display: block;
    }
    .side {
      position: static;
      flex-flow: row wrap;
      align-items: center;
      gap: 0.5rem;
      height: auto;
      padding: 0.625rem 0.75rem 0;
      border-inline-end: 0;
      border-block-end: 1px solid var(--border);
    }
    .environment {
      flex: 1;
      min-width: 0;
    }
    .brand {
      padding-inline: 0.25rem;
    }
    .person wa-button {
      width: auto;
    }
    .person-name {
      position: absolute;
      width: 1px;
      height: 1px;
      clip-path: inset(50%);
    }
    nav {
      order: 1;
      flex: 0 0 100%;
      overflow: auto hidden;
      margin-inline: -0.75rem;
      padding: 0 0.75rem 0.5rem;
      scrollbar-width: none;
    }
    nav ul {
      display: flex;
      width: max-content;
    }
    nav a {
      gap: 0.375rem;
    }
    main {
      padding-block: 1.25rem 3rem;
    }
  }
`
