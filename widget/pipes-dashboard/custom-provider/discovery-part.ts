/** "Find endpoints": what an issuer says of itself fills the form. */
import type { App } from '../app/dashboard-app.ts'
import type { CustomDraft } from './draft.ts'

type Form = {
  readonly app: () => App
  /** Draws the form again, too. */
  readonly edit: (changes: Partial<CustomDraft>) => void
}

export class DiscoveryPart {
  readonly #form: Form
  #discovery = { url: '', said: '', isWrong: false }

  constructor(form: Form) {
    this.#form = form
  }

  model() {
    const { url, said, isWrong } = this.#discovery
    return {
      discoveryUrl: url,
      discoverySays: said,
      isDiscoveryWrong: isWrong,
      editDiscovery: (typed: string) => this.#show({ url: typed, said: '', isWrong: false }),
      discover: () => void this.#read(),
    }
  }

  async #read(): Promise<void> {
    const { url } = this.#discovery
    this.#show({ url, said: 'Reading …', isWrong: false })
    const answer = await this.#form.app().here.discover(url.trim())
    if (!answer.ok) {
      const said = answer.failure.fields.get('url') ?? answer.failure.message
      return this.#show({ url, said, isWrong: true })
    }
    const found = answer.value
    this.#form.edit({
      issuer: found.issuer,
      authorizationUrl: found.authorization_url ?? '',
      tokenUrl: found.token_url ?? '',
      revocationUrl: found.revocation_url ?? '',
      userinfoUrl: found.userinfo_url ?? '',
      pkce: found.pkce_enabled,
      authenticateVia: found.authenticate_via,
    })
    this.#show({ url, said: 'Found. The fields below are filled.', isWrong: false })
  }

  #show(discovery: { url: string; said: string; isWrong: boolean }): void {
    this.#discovery = discovery
    this.#form.edit({})
  }
}
