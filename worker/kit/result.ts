/** An expected outcome as a plain value: it survives RPC, where thrown classes do not. */
export type Ok<T> = { readonly ok: true; readonly value: T }
export type Fail<F> = { readonly ok: false; readonly failure: F }
export type Result<T, F> = Ok<T> | Fail<F>

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })
export const fail = <const F>(failure: F): Fail<F> => ({ ok: false, failure })
