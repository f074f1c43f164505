/** The one function that makes a stub of an owner's object. */
import type { VendOutcome } from '../domain/grant.ts'
import { ownerObjectText, type OwnerReference } from '../domain/owner.ts'
import { sha256HexNow } from '../kit/digest.ts'
import type { OwnerAccountsPort } from '../use-cases/deps.ts'

/** Vending travels as text: cloning a nested object twice costs more than reading one line of JSON. */
export function ownerAccountsStub(env: Env, reference: OwnerReference): OwnerAccountsPort {
  const stub = env.OWNER_ACCOUNTS.getByName(sha256HexNow(ownerObjectText(reference)))
  return {
    vend: async (request) =>
      JSON.parse(await stub.vendText(JSON.stringify(request))) as VendOutcome,
    install: (request) => stub.install(request),
    commit: (request) => stub.commit(request),
    refuse: (request) => stub.refuse(request),
    disconnect: (request) => stub.disconnect(request),
  }
}
