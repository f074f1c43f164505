/**
 * What would leave the machine, provider by provider: a reviewer of a quirk reads the lines here instead
 * of trusting the name of an option. (It lives beside the engine, because `providers/` may not import it.)
 */
import { expect, test } from 'vitest'
import { CATALOGUE } from '../providers/catalogue.ts'
import { speaksOAuth } from '../providers/definition.ts'
import { readyProvider } from '../test/providers.ts'
import { wireOf } from '../test/wire-lines.ts'

test.each(CATALOGUE.filter(speaksOAuth).map(({ slug }) => slug))('%s', async (slug) => {
  const definition = readyProvider(slug)
  if (definition === undefined) throw new Error(`no provider ${slug}`)
  expect(await wireOf(definition)).toMatchSnapshot()
})
