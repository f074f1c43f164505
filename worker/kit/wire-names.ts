/** Names of the wire (`token_param`) and of the code (`tokenParam`), for data that is the same on both sides. */

export type CodeName<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CodeName<Tail>>}`
  : Name

/** @template Data names of members that are data themselves: what they hold keeps its names */
export type InCode<Value, Data extends string> = Value extends readonly (infer Item)[]
  ? readonly InCode<Item, Data>[]
  : Value extends object
    ? {
        readonly [
          Name in keyof Value as Name extends string ? CodeName<Name> : Name
        ]: Name extends Data ? Value[Name] : InCode<Value[Name], Data>
      }
    : Value

type Rename = (name: string) => string

export const codeName: Rename = (name) =>
  name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
export const wireName: Rename = (name) =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** @param data names whose members are data, in either spelling */
export function withNames(value: unknown, rename: Rename, data: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => withNames(item, rename, data))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      rename(name),
      data.has(name) ? member : withNames(member, rename, data),
    ]),
  )
}
