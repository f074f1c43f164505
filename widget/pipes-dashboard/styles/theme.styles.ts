/** The widget's colours, which the dashboard shares, said to Web Awesome in its own names. */
import { css } from 'lit'

export const theme = css`
  :host {
    color-scheme: inherit;
    --page: light-dark(#fbfbfc, #111114);
    --sunken: light-dark(#f5f5f7, #0d0d10);
    --wa-font-family-body: var(--font);
    --wa-font-size-m: 0.9375rem;
    --wa-font-size-s: 0.875rem;
    --wa-font-size-xs: 0.8125rem;
    --wa-line-height-normal: 1.5;
    --wa-color-surface-default: var(--surface);
    --wa-color-surface-raised: var(--raised);
    --wa-color-surface-lowered: var(--sunken);
    --wa-color-surface-border: var(--border);
    --wa-color-text-normal: var(--text);
    --wa-color-text-quiet: var(--subtle);
    --wa-color-text-link: var(--focus);
    --wa-color-focus: var(--focus);
    --wa-focus-ring-width: 2px;
    --wa-color-brand-fill-loud: var(--accent);
    --wa-color-brand-on-loud: var(--accent-text);
    --wa-color-brand-border-loud: var(--accent);
    --wa-color-brand-fill-normal: light-dark(#ececf0, #2a2a31);
    --wa-color-brand-fill-quiet: light-dark(#f4f4f6, #212127);
    --wa-color-brand-on-normal: var(--text);
    --wa-color-brand-on-quiet: var(--text);
    --wa-color-brand-border-normal: var(--edge);
    --wa-color-brand-border-quiet: var(--border);
    --wa-color-neutral-fill-loud: light-dark(#1d1d22, #f4f4f6);
    --wa-color-neutral-on-loud: light-dark(#ffffff, #17171b);
    --wa-color-neutral-fill-normal: light-dark(#ececf0, #2a2a31);
    --wa-color-neutral-fill-quiet: light-dark(#f4f4f6, #212127);
    --wa-color-neutral-on-normal: var(--text);
    --wa-color-neutral-on-quiet: var(--text);
    --wa-color-neutral-border-loud: light-dark(#c3c3cb, #4c4c57);
    --wa-color-neutral-border-normal: var(--edge);
    --wa-color-neutral-border-quiet: var(--border);
    --wa-color-danger-fill-loud: var(--danger-fill);
    --wa-color-danger-on-loud: #fff;
    --wa-color-danger-on-quiet: var(--danger);
    --wa-color-danger-on-normal: var(--danger);
    --wa-color-success-on-quiet: var(--success);
    --wa-color-warning-on-quiet: var(--attention);
    --wa-form-control-background-color: var(--raised);
    --wa-form-control-border-color: light-dark(#b9b9c3, #565662);
    --wa-form-control-activated-color: var(--accent);
    --wa-form-control-hint-color: var(--subtle);
    --wa-form-control-placeholder-color: light-dark(#73737e, #94949f);
    --wa-form-control-padding-block: 0.55em;
    --wa-form-control-padding-inline: 0.8em;
    --wa-border-radius-m: 8px;
    --wa-panel-border-radius: 14px;
    --wa-tooltip-background-color: light-dark(#1d1d22, #f4f4f6);
    --wa-tooltip-content-color: light-dark(#ffffff, #17171b);
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --wa-transition-slow: 0s;
      --wa-transition-normal: 0s;
      --wa-transition-fast: 0s;
    }
  }
`
