/** The guide of a provider, from the file that the build made of it: long words are no part of the script. */
import * as v from 'valibot'
import type { Deps } from '../use-cases/deps.ts'

const providerFile = v.object({
  setup: v.object({
    console_url: v.string(),
    steps: v.array(v.string()),
    review: v.nullable(v.string()),
  }),
})

export type SetupGuide = v.InferOutput<typeof providerFile>['setup']

/** @returns null where there is none: for what an operator describes, or before the first build */
export async function setupGuideOf(
  { readAsset }: Pick<Deps, 'readAsset'>,
  slug: string,
): Promise<SetupGuide | null> {
  const found = await readAsset(`/providers/${slug}.json`, new Headers())
  if (found.status !== 200) return null
  const parsed = v.safeParse(providerFile, await found.json().catch(() => null))
  return parsed.success ? parsed.output.setup : null
}
