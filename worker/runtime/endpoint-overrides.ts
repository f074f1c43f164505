/** Endpoints that are not the catalogue's: those that are configured, and the sandbox provider's own page. */
import type { EndpointOverrides } from '../providers/definition.ts'
import { SANDBOX_PATH } from '../sandbox-provider/origin.ts'
import type { Config } from './config.ts'

/**
 * A browser reaches the consent page under our public address; everything else of the sandbox provider
 * stays at the origin that only the egress knows.
 *
 * @param publicUrl empty where nobody has asked yet: then no browser is sent anywhere either
 */
export function endpointsOf(
  { endpointOverrides }: Pick<Config, 'endpointOverrides'>,
  publicUrl: string,
): Readonly<Record<string, EndpointOverrides>> {
  if (publicUrl === '') return endpointOverrides
  const issuer = publicUrl + SANDBOX_PATH
  return { sandbox: { authorizationUrl: `${issuer}/authorize`, issuer }, ...endpointOverrides }
}
