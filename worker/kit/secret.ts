/**
 * A value that must not be printed. It reveals only by `reveal()`; logging, string building and
 * JSON give `[secret]`. `reveal()` belongs in three places: the vault, the request to a provider,
 * the answer to the caller.
 */
export class Secret<T = string> {
  readonly #value: T

  constructor(value: T) {
    this.#value = value
  }

  reveal(): T {
    return this.#value
  }

  toString(): string {
    return '[secret]'
  }

  toJSON(): string {
    return '[secret]'
  }
}

export const secret = <T>(value: T): Secret<T> => new Secret(value)
