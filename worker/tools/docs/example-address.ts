/** The operation's path with the examples of its parameters. */
import type { Operation } from '../../contract/operations/operation.ts'

export const withExamples = ({ path, parameters = [] }: Operation): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(parameters.find((one) => one.name === name)?.example)).replaceAll(
      '%40',
      '@',
    ),
  )
