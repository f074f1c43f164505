/**
 * In place of Lit's file of this name in the script of `<pipes-widget>`: style sheets only. Its way around them is for browsers
 * older than `light-dark()`, which our colours need, and its guard is for styles that are put together of values.
 */
export class CSSResult {
  readonly cssText: string
  #sheet: CSSStyleSheet | undefined

  constructor(cssText: string) {
    this.cssText = cssText
  }

  /** Read when the first element is there; all elements share it. */
  get styleSheet(): CSSStyleSheet {
    if (!this.#sheet) {
      this.#sheet = new CSSStyleSheet()
      this.#sheet.replaceSync(this.cssText)
    }
    return this.#sheet
  }
}

export const css = (strings: TemplateStringsArray): CSSResult => new CSSResult(strings.join(''))

const ofText = (cssText: string): CSSResult => new CSSResult(cssText)
export { ofText as unsafeCSS }

export const supportsAdoptingStyleSheets = true

/** `<pipes-admin>`, which is drawn by the widget's Lit, has its sheets ready. */
type Style = CSSResult | CSSStyleSheet

export const getCompatibleStyle = (style: Style): Style => style

export const adoptStyles = (root: ShadowRoot, styles: readonly Style[]): void => {
  root.adoptedStyleSheets = styles.map((style) =>
    style instanceof CSSStyleSheet ? style : style.styleSheet,
  )
}
