/** The one function that makes a stub of an owner's object. */
import { ownerObjectText, type OwnerReference } from '../domain/owner.ts'
import { sha256HexNow } from '../kit/digest.ts'
import type { OwnerAccountsPort } from '../use-cases/deps.ts'

export function ownerAccountsStub(env: Env, reference: OwnerReference): OwnerAccountsPort {
  return env.OWNER_ACCOUNTS.getByName(sha256HexNow(ownerObjectText(reference)))
}
