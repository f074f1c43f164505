/**
 * Where a provider's API takes a key, and a call that tells whether it is good. Your backend makes these
 * calls; nothing here does.
 */
export type KeyPlacement = {
  readonly in: 'header' | 'query' | 'path'
  /** Of the header or the parameter. */
  readonly name: string
  /** `{key}` stands for the key. */
  readonly format: string
  /** GET it with the key. */
  readonly check?: string
}

export type KeyPlacements = Readonly<Record<string, KeyPlacement>>
