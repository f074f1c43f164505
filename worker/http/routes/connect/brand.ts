/** Whose product it is for which somebody connects, as our pages show it. */
import type { Environment } from '../../../domain/environment.ts'
import { errorFields } from '../../../kit/log.ts'
import { displayText } from '../../../oauth/display-text.ts'
import type { ConnectAttempt } from '../../../storage/connect-attempts.ts'
import { environmentById } from '../../../storage/environments.ts'
import type { AppContext } from '../../context.ts'

export type Brand = { readonly name: string; readonly accent: string | undefined }

/** What users call the product; the environment's own name unless told. */
export const productName = ({ name, settings }: Environment): string =>
  displayText(settings.branding?.name ?? name, 100) ?? name

export function brandOf(environment: Environment | undefined): Brand | undefined {
  const { name, accentColor } = environment?.settings.branding ?? {}
  if (environment === undefined || (name === undefined && accentColor === undefined))
    return undefined
  return { name: productName(environment), accent: accentColor }
}

/** The brand behind an attempt. A page that tells how it ended does not fail for want of a colour. */
export async function brandOfAttempt(
  c: AppContext,
  attempt: ConnectAttempt | undefined,
): Promise<Brand | undefined> {
  if (attempt === undefined) return undefined
  const { deps } = c.var
  try {
    return brandOf(await environmentById(deps.db, attempt.environmentId))
  } catch (error) {
    deps.log.warn('brand_unknown', { attempt_id: attempt.id, ...errorFields(error) })
    return undefined
  }
}
