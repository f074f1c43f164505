/** The one function that makes a stub of an owner's object. */
import type {
  CareRequest,
  CommitRequest,
  DisconnectRequest,
  InstallRequest,
  PreferRequest,
  RefusalRequest,
  RejectRequest,
  VendOutcome,
  VendRequest,
} from '../domain/object-messages.ts'
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

export const ownerAccountsStub = (env: Env, reference: OwnerReference): OwnerAccountsPort =>
  new OwnerAccountsStub(env.OWNER_ACCOUNTS.getByName(objectNameOf(reference)))

/** A class, since a stub is made for each request: its methods are made once. */
class OwnerAccountsStub implements OwnerAccountsPort {
  readonly #stub: ReturnType<Env['OWNER_ACCOUNTS']['getByName']>

  constructor(stub: ReturnType<Env['OWNER_ACCOUNTS']['getByName']>) {
    this.#stub = stub
  }

  /** Travels as text: cloning a nested object twice costs more than reading one line of JSON. */
  async vend(request: VendRequest): Promise<VendOutcome> {
    const text = JSON.stringify(request)
    const isSelective = request.accountId !== undefined || request.plural === true
    const answer = isSelective ? this.#stub.vendText(text, true) : this.#stub.vendText(text)
    return JSON.parse(await answer) as VendOutcome
  }

  read(request: VendRequest): ReturnType<OwnerAccountsPort['read']> {
    return this.#stub.read(request)
  }

  install(request: InstallRequest): ReturnType<OwnerAccountsPort['install']> {
    return this.#stub.install(request)
  }

  commit(request: CommitRequest): ReturnType<OwnerAccountsPort['commit']> {
    return this.#stub.commit(request)
  }

  refuse(request: RefusalRequest): ReturnType<OwnerAccountsPort['refuse']> {
    return this.#stub.refuse(request)
  }

  disconnect(request: DisconnectRequest): ReturnType<OwnerAccountsPort['disconnect']> {
    return this.#stub.disconnect(request)
  }

  prefer(request: PreferRequest): ReturnType<OwnerAccountsPort['prefer']> {
    return this.#stub.prefer(request)
  }

  reject(request: RejectRequest): ReturnType<OwnerAccountsPort['reject']> {
    return this.#stub.reject(request)
  }

  care(request: CareRequest): ReturnType<OwnerAccountsPort['care']> {
    return this.#stub.care(request)
  }

  rewrap(request: CareRequest): ReturnType<OwnerAccountsPort['rewrap']> {
    return this.#stub.rewrap(request)
  }
}
