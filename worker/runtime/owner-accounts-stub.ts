/** The one function that makes a stub of an owner's object. */
import type { VendOutcome } from '../domain/object-messages.ts'
import { ownerObjectText, type OwnerReference } from '../domain/owner.ts'
import { createBoundedMap } from '../kit/bounded-map.ts'
import { sha256HexNow } from '../kit/digest.ts'
import type { OwnerAccountsPort } from '../use-cases/deps.ts'

// allow-module-state: names of objects by what they are the digest of; the same for every request.
const names = createBoundedMap<string>(4096)

function objectNameOf(reference: OwnerReference): string {
  const text = ownerObjectText(reference)
  const known = names.get(text)
  if (known !== undefined) return known
  const name = sha256HexNow(text)
  names.set(text, name)
  return name
}

/** Vending travels as text: cloning a nested object twice costs more than reading one line of JSON. */
export function ownerAccountsStub(env: Env, reference: OwnerReference): OwnerAccountsPort {
  const stub = env.OWNER_ACCOUNTS.getByName(objectNameOf(reference))
  return {
    vend: async (request) => {
      const text = JSON.stringify(request)
      const isSelective = request.accountId !== undefined || request.plural === true
      const answer = isSelective ? stub.vendText(text, true) : stub.vendText(text)
      return JSON.parse(await answer) as VendOutcome
    },
    read: (request) => stub.read(request),
    install: (request) => stub.install(request),
    commit: (request) => stub.commit(request),
    refuse: (request) => stub.refuse(request),
    disconnect: (request) => stub.disconnect(request),
    reject: (request) => stub.reject(request),
    care: (request) => stub.care(request),
    rewrap: (request) => stub.rewrap(request),
  }
}
