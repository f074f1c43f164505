/**
 * The widget's colours and measures. Each reads a public `--pipes-*` property that the page may set, and has its own
 * light and dark value otherwise. Component styles name these only; no colour is written anywhere else.
 */
import { css } from 'lit'

export const tokens = css`
  :host {
    color-scheme: light dark;
    --accent: var(--pipes-accent, light-dark(#1d1d22, #f4f4f6));
    --accent-text: var(--pipes-accent-text, light-dark(#ffffff, #17171b));
    --surface: var(--pipes-surface, light-dark(#ffffff, #17171b));
    --raised: var(--pipes-raised, light-dark(#ffffff, #212127));
    --text: var(--pipes-text, light-dark(#1b1b20, #f1f1f4));
    --subtle: var(--pipes-text-subtle, light-dark(#65656f, #a2a2ae));
    --border: var(--pipes-border, light-dark(#e6e6ea, #2d2d34));
    --edge: var(--pipes-button-border, light-dark(#d5d5db, #3d3d46));
    --success: var(--pipes-success, light-dark(#18794e, #4cc38a));
    --attention: var(--pipes-attention, light-dark(#a4520b, #f2b155));
    --danger: var(--pipes-danger, light-dark(#c5282d, #ff8a85));
    --danger-fill: var(--pipes-danger-fill, light-dark(#c5282d, #c93a3d));
    --focus: var(--pipes-focus, light-dark(#2563eb, #7cabff));
    --tile: var(--pipes-tile, light-dark(#ffffff, #f6f6f8));
    --tile-text: #4a4a55;
    --radius: var(--pipes-radius, 12px);
    --font: var(--pipes-font, system-ui, sans-serif);
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
`
