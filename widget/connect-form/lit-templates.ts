/**
 * What the form needs of Lit, in place of Lit in its script: descriptions of templates, which the widget's own Lit draws.
 * Their shape is the same in every Lit 2 and 3, so that elements with several copies of it can nest.
 */

const HTML = 1

export const html = (
  strings: TemplateStringsArray,
  ...values: readonly unknown[]
): Readonly<Record<string, unknown>> => ({ _$litType$: HTML, strings, values })

export const nothing: symbol = Symbol.for('lit-nothing')

export const css = (strings: TemplateStringsArray): { readonly cssText: string } => ({
  cssText: strings.join(''),
})
