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
  /** Fixed headers that every call needs beside the key. */
  readonly headers?: Readonly<Record<string, string>>
  /** GET it with the key. */
  readonly check?: string
  /** The check takes an empty object of JSON instead. */
  readonly checkMethod?: 'POST'
  /** What an answer to the check does not say by itself, or where else a key may stand. */
  readonly note?: string
}

export type KeyPlacements = Readonly<Record<string, KeyPlacement>>
