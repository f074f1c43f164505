/** Texts that depend on a number. */

/** A text for each plural category of its language (CLDR); `{count}` is the number. */
export type Plural = { readonly other: string } & Readonly<
  Partial<Record<Intl.LDMLPluralRule, string>>
>

/** @returns the text for the number, still with its placeholders */
export const pluralOf = (texts: Plural, count: number, language: string): string =>
  texts[new Intl.PluralRules(language).select(count)] ?? texts.other
