/** The one function that makes a stub of an owner's object. */
import { ownerObjectText, type OwnerReference } from '../domain/owner.ts'
import { sha256Hex } from '../kit/digest.ts'
import type { OwnerAccountsPort } from '../use-cases/deps.ts'

export async function ownerAccountsStub(
  env: Env,
  reference: OwnerReference,
): Promise<OwnerAccountsPort> {
  return env.OWNER_ACCOUNTS.getByName(await sha256Hex(ownerObjectText(reference)))
}
