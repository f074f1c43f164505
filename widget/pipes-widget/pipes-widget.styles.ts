/** How the widget is laid out. It measures its own width, never the window's: it may stand in a sidebar. */
import { css } from 'lit'

export const styles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  /* What the page does to all its elements, and what they inherit, ends here. Custom properties come through. */
  .root {
    all: initial;
    display: block;
    container-type: inline-size;
    /* Where its own width would decide, as in a dialog, it is no narrower than it can be. */
    contain-intrinsic-width: 280px;
    color-scheme: inherit;
    color: var(--text);
    font: 400 0.9375rem/1.45 var(--font);
    overflow-wrap: anywhere;
  }
  .surface {
    overflow: hidden;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: 0 1px 3px rgb(0 0 0 / 0.04);
  }
  /* As high as the skeleton will be. */
  .surface[aria-busy='true'] {
    min-height: 17.375rem;
  }
  .surface:focus {
    outline: none;
  }
  ul {
    list-style: none;
  }
  .heading {
    padding: 0.875rem 1rem 0.5rem;
    color: var(--subtle);
    font-size: 0.8125rem;
    font-weight: 500;
  }
  .heading + :not(ul) {
    border-top: 1px solid var(--border);
  }
  /* As high as it will be, while its script is on the way. */
  .finder {
    display: flex;
    min-height: calc(3.75rem + 1px);
    flex-wrap: wrap;
    gap: 0.5rem;
    padding: 0.75rem 1rem;
    border-bottom: 1px solid var(--border);
  }
  /* Large enough to be hit, and no reason for a line to grow; an outline in forced colours would lie over the text. */
  .name [aria-expanded] {
    min-width: 1.75rem;
    min-height: 1.75rem;
    margin: -0.5rem 0.125rem;
    padding: 0;
    border: 0;
    vertical-align: middle;
  }
  [aria-expanded] svg {
    display: block;
    margin: auto;
  }
  li slot {
    grid-column: 1 / -1;
  }

  li,
  .bone-row {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto auto;
    align-items: center;
    column-gap: 1rem;
    padding: 0.875rem 1rem;
    border-top: 1px solid var(--border);
  }
  /* Whichever is the first that is seen: its line lies under the edge of the list. */
  ul {
    margin-top: -1px;
  }
  [hidden] {
    display: none !important;
  }
  /* Rows out of sight are not laid out. Where all are in sight, nothing may move for it. */
  .finder ~ ul li {
    content-visibility: auto;
    contain-intrinsic-size: auto 4.25rem;
  }
  /* Foreign words run as they are, on the side where ours begin. */
  .account bdi,
  .description,
  .problem span,
  .notice-text {
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-wrap: pretty;
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
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
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
    max-width: 15rem;
    color: var(--subtle);
    font-size: 0.875rem;
    line-height: 1.25rem;
    text-align: end;
  }
  /* Middle is half the height of an x above the baseline. */
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
  .on .state {
    color: var(--success);
  }
  .attention .state {
    color: var(--attention);
  }
  /* Forced colours leave no fill, but a border. */
  :is(.on, .attention) .dot {
    border-width: 0.25rem;
    opacity: 1;
  }
  .on .dot {
    animation: arrive 0.9s ease-out;
  }
  @keyframes arrive {
    from {
      box-shadow: 0 0 0 0 color-mix(in srgb, currentColor 55%, transparent);
    }
    to {
      box-shadow: 0 0 0 8px transparent;
    }
  }
  .account bdi {
    display: block;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .account:has(.logo, .in-use) {
    display: flex;
    gap: 0.375rem;
    align-items: center;
    justify-content: end;
  }
  .account .logo {
    overflow: hidden;
    width: 1.25rem;
    height: 1.25rem;
    flex: none;
    margin: 0;
    border-radius: 50%;
  }
  [part='picture'] img {
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .account .logo::before {
    font-size: 0.6875rem !important;
  }
  .in-use {
    flex: none;
    padding: 0 0.375rem;
    border: 1px solid var(--border);
    border-radius: 1rem;
    color: var(--text);
    font-size: 0.75rem;
    font-weight: 400;
  }
  .busy .state {
    color: var(--text);
  }
  .busy svg {
    width: 0.9375rem;
    height: 0.9375rem;
    stroke-width: 2.5;
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
  .page-problem,
  .banner {
    margin: 0.75rem 1rem;
  }
  .banner {
    flex-wrap: wrap;
    align-items: center;
    background: color-mix(in oklab, var(--surface), var(--attention) 10%);
  }
  .banner svg {
    color: var(--attention);
  }
  .banner span {
    flex: 1;
    min-width: 60%;
  }

  .notice {
    display: grid;
    justify-items: center;
    padding: 2.25rem 1rem;
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
    width: 6.75rem;
    height: 2.25rem;
    border-radius: calc(var(--radius) * 0.667);
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }

  @container (width < 38rem) {
    li,
    .bone-row {
      grid-template-columns: auto minmax(0, 1fr) auto;
      column-gap: 0.75rem;
    }
    .about {
      display: contents;
    }
    /* The first line is as high as the logo, but the text below comes closer. */
    .name {
      padding-top: 0.25rem;
    }
    .logo {
      margin-bottom: -0.25rem;
    }
    .actions {
      grid-area: 1 / 3;
    }
    button {
      min-width: 5.5rem;
    }
    .description,
    .status {
      grid-column: 2 / -1;
    }
    .status {
      display: flex;
      flex-wrap: wrap;
      column-gap: 1rem;
      max-width: none;
      margin-top: 0.25rem;
      text-align: start;
      /* Hides the point between state and account where the account begins a line. */
      clip-path: inset(-6px);
    }
    .account {
      position: relative;
      justify-content: start;
    }
    .account bdi {
      white-space: normal;
    }
    .account::before {
      content: '·' / '';
      position: absolute;
      inset-inline-start: -0.625rem;
    }
    /* Two buttons have no room beside the name. */
    li:has(.actions > button + button) {
      .name {
        grid-column: 2 / -1;
      }
      .actions {
        grid-area: auto / 2 / auto / -1;
        margin: 0.625rem 0 0;
      }
    }
  }
  /* On a telephone with text of twice the size one has none, either. */
  @container (width < 20rem) {
    .name {
      grid-column: 2 / -1;
    }
    .actions {
      grid-area: auto / 2 / auto / -1;
      margin: 0.625rem 0 0;
      column-gap: 0.75rem;
    }
    /* A word begins where the text above it does, whichever line it comes to stand in. */
    .actions .quiet {
      min-width: 0;
      padding-inline: 0;
      background: none;
    }
    .bone-button {
      display: none;
    }
    /* What is said of an account goes below its name before that is broken. */
    .account:has(.in-use) {
      flex-wrap: wrap;
      justify-content: start;
      bdi {
        max-width: calc(100% - 2.25rem);
      }
    }
  }
  /* At twice the size on a telephone there is no second column for sentences, and none is cut off. */
  @container (width < 15rem) {
    .actions,
    .description,
    .status {
      -webkit-line-clamp: none;
      grid-column: 1 / -1;
      padding-top: 0.25rem;
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
