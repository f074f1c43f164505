/**
 * How a developer gets a provider's client, or a user a key, and where it is pasted. Long texts that no
 * request needs: the Worker imports none of them (a law says so); `npm run build` makes pages of them.
 */
export type SetupGuide = {
  /** The page on which a developer registers an app, or on which a key is made. */
  readonly consoleUrl: string
  /** Three to eight sentences in our own words. `backticks` are what stands on the provider's page. */
  readonly steps: readonly string[]
  /** What the provider looks at before anybody but the developer can connect. */
  readonly review?: string
  /** What people type who look for it, beside name, slug and aliases. */
  readonly terms?: readonly string[]
}

export type Guides = Readonly<Record<string, SetupGuide>>

type App = Pick<SetupGuide, 'review' | 'terms'> & {
  readonly at: string
  /** From the console's first page to an app that has a form. */
  readonly make: readonly string[]
  /** What the provider calls the redirect URI; absent: it is told of it by a person. */
  readonly redirect?: string
  /** Permissions and switches, after the redirect URI. */
  readonly after?: readonly string[]
  /** What the provider calls client id and client secret. */
  readonly keys?: readonly [id: string, secret: string]
}

/** An app that users authorize. */
export const app = ({
  at,
  make,
  redirect,
  after = [],
  keys = ['Client ID', 'Client secret'],
  ...rest
}: App): SetupGuide => ({
  consoleUrl: at,
  steps: [
    ...make,
    ...(redirect === undefined
      ? []
      : [`Paste the redirect URI of your integration into \`${redirect}\`.`]),
    ...after,
    `Copy \`${keys[0]}\` and \`${keys[1]}\` into the integration.`,
  ],
  ...rest,
})

type Key = Pick<SetupGuide, 'review' | 'terms'> & {
  readonly at: string
  /** Where in the product keys are, and what they are called. */
  readonly open: string
  readonly make: string
  /** What has to be known beside the key. */
  readonly after?: readonly string[]
}

/** A key that whoever connects makes and pastes. */
export const key = ({ at, open, make, after = [], ...rest }: Key): SetupGuide => ({
  consoleUrl: at,
  steps: [
    open,
    make,
    ...after,
    'Paste it where your app asks for it. It is sealed at once and never shown again.',
  ],
  ...rest,
})
