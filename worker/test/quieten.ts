/** What oidc-provider says at each start. */

/** It warns about what is only for development, which this is. */
export function quieten(): void {
  const { warn, info } = console
  const unless =
    (print: typeof warn) =>
    (...given: unknown[]): void => {
      if (!String(given[0]).startsWith('oidc-provider')) print(...given)
    }
  Object.assign(console, { warn: unless(warn), info: unless(info) })
}
