/** How `<pipes-admin>` is laid out, in the tokens of `styles/tokens.ts`. It measures its own width, never the window's. */
import { css } from 'lit'

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    color: var(--text);
    font: 400 0.9375rem/1.45 var(--font);
    text-align: start;
    letter-spacing: normal;
    overflow-wrap: anywhere;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  .surface {
    overflow: hidden;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: 0 1px 3px rgb(0 0 0 / 0.04);
  }
  .surface:focus,
  h2:focus {
    outline: none;
  }
  ul {
    list-style: none;
  }

  section + section {
    border-top: 1px solid var(--border);
  }
  .section-head {
    padding: 1rem 1rem 0.5rem;
  }
  .section-head h2 {
    font-size: 0.9375rem;
    font-weight: 650;
    line-height: 1.35;
  }
  .section-head p {
    color: var(--subtle);
    font-size: 0.875rem;
  }

  ul:not(.people) > li,
  .bone-row {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto auto;
    align-items: center;
    column-gap: 1rem;
    padding: 0.875rem 1rem;
  }
  * + :is(li, .bone-row) {
    border-top: 1px solid var(--border);
  }
  /* Foreign words run as they are, on the side where ours begin. */
  .account bdi,
  .description,
  .problem span,
  .notice-text {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .problem span,
  .notice-text {
    unicode-bidi: plaintext;
  }
  .name {
    display: block;
    font-weight: 600;
    line-height: 1.25rem;
  }
  .description {
    display: -webkit-box;
    overflow: hidden;
    color: var(--subtle);
    font-size: 0.875rem;
    line-height: 1.25rem;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  li slot {
    grid-column: 1 / -1;
  }
  .actions {
    grid-column: 2 / -1;
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem 0.5rem;
    margin-top: 0.625rem;
  }
  .actions:empty {
    display: none;
  }
  /* On a line of its own it begins near where the others begin. */
  .actions .quiet {
    padding-inline: 0.375rem;
  }
  .actions button {
    min-width: 0;
    min-height: 2rem;
    padding-block: 0.1875rem;
  }
  @media (pointer: coarse) {
    .actions button {
      min-height: 2.75rem;
    }
  }

  .logo {
    display: grid;
    place-items: center;
    width: 2.5rem;
    height: 2.5rem;
    border: 1px solid light-dark(var(--border), transparent);
    border-radius: calc(var(--radius) * 0.8);
    background: var(--tile);
  }
  .logo img {
    display: block;
    width: 1.5rem;
    height: 1.5rem;
    object-fit: contain;
  }
  .logo:is([data-failed], [data-letter-only])::before {
    content: attr(data-letter) / '';
    color: var(--tile-text);
    font-size: 1.0625rem;
    font-weight: 650;
    line-height: 1;
  }
  .logo[data-failed] img {
    display: none;
  }

  .status {
    grid-column: 3;
    max-width: 15rem;
    color: var(--subtle);
    font-size: 0.875rem;
    line-height: 1.25rem;
    text-align: end;
  }
  li:not(:has(.switch)) .status {
    grid-column: 3 / -1;
  }
  .state > * {
    display: inline-block;
    margin-inline-end: 0.375rem;
    vertical-align: middle;
  }
  .dot {
    width: 0.5rem;
    height: 0.5rem;
    border: 1.5px solid currentColor;
    border-radius: 50%;
    opacity: 0.75;
  }
  .on .state,
  .state.on,
  .saved {
    color: var(--success);
  }
  .attention .state,
  .state.attention {
    color: var(--attention);
  }
  :is(.on, .attention) .dot {
    border-width: 0.25rem;
    opacity: 1;
  }
  .saved,
  .account {
    display: block;
  }
  .in-use {
    padding: 0 0.375rem;
    border: 1px solid var(--border);
    border-radius: 1rem;
    color: var(--text);
    font-size: 0.75rem;
  }
  .saved svg {
    width: 1em;
    height: 1em;
    margin-inline-end: 0.25rem;
    stroke-width: 2.5;
    vertical-align: -0.125em;
  }
  .busy .state {
    color: var(--text);
  }
  .busy svg {
    width: 0.9375rem;
    height: 0.9375rem;
    stroke-width: 2.5;
  }

  .switch {
    grid-column: 4;
    flex: none;
    width: 2.75rem;
    min-width: 0;
    min-height: 1.5rem;
    height: 1.5rem;
    padding: 0.125rem;
    border: 1px solid light-dark(#8b8b96, #74747f);
    border-radius: 1rem;
    background: transparent;
  }
  .switch:hover {
    background: color-mix(in oklab, transparent, #888 14%);
  }
  .knob {
    display: block;
    width: 1.125rem;
    height: 1.125rem;
    border-radius: 50%;
    background: light-dark(#8b8b96, #a2a2ae);
    transition: translate 0.12s;
  }
  .switch[aria-checked='true'] {
    border-color: var(--success);
    background: var(--success);
  }
  .switch[aria-checked='true'] .knob {
    background: var(--surface);
    translate: 1.25rem;
  }
  .switch[aria-checked='true']:dir(rtl) .knob {
    translate: -1.25rem;
  }
  @media (pointer: coarse) {
    /* As large to the finger as the others, no larger to the eye. */
    .switch {
      position: relative;
    }
    .switch::after {
      content: '';
      position: absolute;
      inset: -0.625rem -0.25rem;
    }
  }
  @media (forced-colors: active) {
    .knob {
      background: ButtonText;
      forced-color-adjust: none;
    }
    .switch[aria-checked='true'] {
      background: Highlight;
      forced-color-adjust: none;
    }
    .switch[aria-checked='true'] .knob {
      background: HighlightText;
    }
  }

  .problem {
    grid-column: 2 / -1;
    display: flex;
    gap: 0.5rem;
    margin-top: 0.625rem;
    padding: 0.5rem 0.75rem;
    border-radius: calc(var(--radius) * 0.667);
    background: color-mix(in oklab, var(--surface), var(--danger) 8%);
    font-size: 0.875rem;
    line-height: 1.45;
  }
  .problem svg {
    width: 1rem;
    height: 1rem;
    margin-top: 0.1rem;
    color: var(--danger);
  }
  .page-problem {
    margin: 0.75rem 1rem;
  }
  .banner {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.625rem;
    padding: 0.75rem 1rem;
    border-bottom: 1px solid var(--border);
    background: color-mix(in oklab, var(--surface), var(--attention) 10%);
    font-size: 0.875rem;
  }
  .banner p {
    flex: 1 1 12rem;
  }

  .notice {
    display: grid;
    justify-items: center;
    padding: 2.5rem 1.5rem;
    text-align: center;
    text-wrap: balance;
  }
  .notice-glyph {
    display: grid;
    place-items: center;
    width: 2.75rem;
    height: 2.75rem;
    margin-bottom: 0.875rem;
    border-radius: 50%;
    background: color-mix(in oklab, var(--surface), var(--text) 8%);
    color: var(--subtle);
  }
  .notice-title {
    font-weight: 600;
  }
  .notice-text {
    max-width: 30rem;
    margin-top: 0.25rem;
    color: var(--subtle);
    font-size: 0.875rem;
  }
  .notice button {
    margin-top: 1.25rem;
  }

  .bone {
    display: block;
    height: 0.75rem;
    border-radius: 6px;
    background: color-mix(in oklab, var(--surface), var(--text) 8%);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .bone-logo {
    width: 2.5rem;
    height: 2.5rem;
    border-radius: calc(var(--radius) * 0.8);
  }
  .bone-lines {
    display: grid;
    gap: 0.5rem;
    padding: 0.25rem 0;
  }
  .bone-lines .bone {
    width: min(7rem, 60%);
  }
  .bone-lines .bone + .bone {
    width: min(15rem, 90%);
  }
  .bone-button {
    grid-column: -2;
    width: 2.75rem;
    height: 1.5rem;
    border-radius: 1rem;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }

  @container (width < 34rem) {
    ul:not(.people) > li {
      grid-template-columns: auto minmax(0, 1fr) auto;
      column-gap: 0.75rem;
    }
    .about {
      display: contents;
    }
    .switch {
      grid-area: 1 / 3;
    }
    .description,
    li .status.status {
      grid-column: 2 / -1;
    }
    .status {
      display: flex;
      flex-wrap: wrap;
      column-gap: 0.75rem;
      max-width: none;
      margin-top: 0.25rem;
      text-align: start;
    }
    .notice {
      padding: 2rem 1rem;
    }
  }
  /* A word begins where the text above it does, whichever line it comes to stand in. */
  @container (width < 20rem) {
    .actions {
      column-gap: 0.75rem;
    }
    .actions .quiet {
      padding-inline: 0;
      background: none;
    }
  }
  :host([appearance='plain']) .surface {
    border-width: 0;
    border-radius: 0;
    background: none;
    box-shadow: none;
  }
  :host([density='compact']) {
    :is(li, .bone-row) {
      padding-block: 0.5rem;
    }
    .logo {
      width: 2rem;
      height: 2rem;
    }
  }
`
