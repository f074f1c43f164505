import { css } from 'lit'

export const previewStyles = css`
  .surface {
    pointer-events: none;
    user-select: none;
  }
`
