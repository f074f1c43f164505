/** An OAuth server that nobody here wrote, in the shape in which `npm run peers` drives them all. */

export type Client = { readonly id: string; readonly secret: string }

export type PeerSettings = {
  /** A free port of 127.0.0.1. */
  readonly port: number
  readonly client: Client
  readonly redirectUri: string
  /** An empty directory for what the server keeps. */
  readonly directory: string
}

export type Endpoints = {
  readonly authorization: string
  readonly token: string
  /** Absent where the server has none. */
  readonly revocation?: string
}

export type RunningPeer = {
  /** Name and version, as installed. */
  readonly version: string
  /** Where the server chooses what its clients are called. */
  readonly client?: Client
  /**
   * Signs in and consents where that is not done by plain HTML forms.
   *
   * @param authorizationUrl where our Worker sends the browser
   * @returns where the server sends it back to, with `code` and `state`
   */
  readonly consent?: (authorizationUrl: string) => Promise<string>
  readonly close: () => Promise<void>
}

/** What was seen of a server, in its own words and ours. */
export type Conduct = {
  readonly connected: string
  /** Callers at once on an expired account, and calls at the server. */
  readonly raced: string
  /** The server's answer when somebody else spends the old refresh token again. */
  readonly replayed: string
  /** What our backend is told at the next refresh after that. */
  readonly afterReplay: string
  readonly reconnected: string
  /** The server's answer to our revocation. */
  readonly revoked: string
  /** The server's answer to the refresh token of a disconnected account. */
  readonly afterRevocation: string
  /** What our backend is told in the end. */
  readonly end: string
}

export type Peer = {
  readonly name: string
  readonly slug: string
  readonly scopes: readonly string[]
  readonly authorizationParameters?: Readonly<Record<string, string>>
  /** Debian packages that it is; absent for a package from npm. */
  readonly packages?: readonly string[]
  /** RFC 9207: what the server names itself, where it does. */
  readonly issuer?: (origin: string) => string
  readonly endpoints: (origin: string) => Endpoints
  readonly start: (settings: PeerSettings) => Promise<RunningPeer>
  readonly expects: Conduct
}
