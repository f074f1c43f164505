/**
 * How a provider's documentation describes its server, in the server's words. These files know nothing of
 * our own pages about the same providers (a law of `lint-documented.ts`): what both say was read twice.
 */

/** An answer as it leaves: a text goes out as it stands, anything else as JSON. */
export type Answer = {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** What a documented failure means for whoever holds the grant. */
export type Meaning =
  /** The user has to connect again. */
  | 'over'
  /** Ours or the operator's to repair. */
  | 'client'
  /** It passes by itself. */
  | 'later'
  /** The answer says that something may have been done. */
  | 'lost'
  /** Anything else may look the same. */
  | 'unclear'

/** What was issued, as an answer is written from it. */
export type Issued = {
  readonly access: string
  /** Absent where the provider gave none, or repeats none. */
  readonly refresh?: string
  /** As the provider lists them. */
  readonly scopes: readonly string[]
  readonly grant: 'code' | 'refresh' | 'client'
  /** Epoch milliseconds. */
  readonly at: number
}

export type Documented = {
  /** The catalogue's slugs that this server answers for, and the scopes of each product. */
  readonly slugs: readonly string[]
  readonly docs: string
  /** Accounts of this provider have API keys, too. */
  readonly keys?: true
  readonly config?: Config
  readonly authorize: Authorize
  readonly token: Token
  readonly life: Life
  readonly failures: Failures
  readonly revoke?: Revoke
  readonly account?: Account
  /** What a customer of the API needs from answer and callback, under the names that we give it. */
  readonly tells?: Readonly<Record<string, string>>
  /** Documented for products of one account: an answer about scopes that are not the ones asked for. */
  readonly partial?: readonly Partial[]
}

/** Parts of addresses that differ by customer. */
export type Config = {
  readonly values: Readonly<Record<string, string>>
  /** Who knows them: who registers the app, or each user. */
  readonly knownBy: 'operator' | 'person'
  /** Values that no customer of the provider has. */
  readonly never: readonly Readonly<Record<string, string>>[]
  /** More that customers do have. */
  readonly also?: readonly Readonly<Record<string, string>>[]
  /** What holds for who says nothing. */
  readonly otherwise?: Readonly<Record<string, string>>
}

export type Authorize = {
  readonly at: string
  readonly scopes: Scopes | 'no parameter'
  /** `offered` is insisted upon: an app that can be told to demand it is (RFC 9700 §2.1.1). */
  readonly pkce: 'offered' | 'undocumented'
  readonly wants?: Readonly<Record<string, string>>
  readonly clientId?: string
  /** What else the callback says. */
  readonly callback?: (granted: readonly string[]) => Readonly<Record<string, string>>
  /** RFC 9207, where the documentation names it; `isAlwaysThere` where it promises so much. */
  readonly iss?: string
  readonly issIsAlwaysThere?: true
  /** The callback's query when the user says no; `error=access_denied` unless told, empty: the user stays. */
  readonly refusals?: readonly Readonly<Record<string, string>>[]
  /** The same when it is for an administrator to say yes. */
  readonly adminRefusals?: readonly Readonly<Record<string, string>>[]
}

export type Scopes = {
  readonly param?: string
  readonly separator: string
  readonly known: readonly string[] | RegExp
  /** Without it there is no refresh token. */
  readonly offline?: string
  /** Without any of them there is no consent page. */
  readonly atLeastOne?: true
  /** What the answer lists for what was granted; the same unless told. */
  readonly listed?: (granted: readonly string[]) => readonly string[]
  /** A scope → the smaller ones that it contains, where the provider does not list them beside it. */
  readonly includes?: Readonly<Record<string, readonly string[]>>
  /** A scope → what it is called when it is listed. */
  readonly named?: Readonly<Record<string, string>>
  /** Never listed. */
  readonly silent?: readonly string[]
  /** The provider lists a scope in letters of another size. */
  readonly caseless?: true
}

export type Token = {
  readonly at: string
  readonly refreshAt?: string
  /** `basic` without the form-encoding of RFC 6749 §2.3.1, as most providers show it. */
  readonly client: 'body' | 'basic'
  readonly clientId?: string
  readonly body: 'form' | 'json'
  readonly headers?: Readonly<Record<string, RegExp>>
  readonly wantsWithCode?: Readonly<Record<string, string>>
  readonly wantsWithRefresh?: Readonly<Record<string, string>>
  readonly answer: (issued: Issued) => unknown
  /** Renewal of an access token by itself. */
  readonly renews?: { readonly grantType: string; readonly param: string }
  readonly clientCredentials?: true
}

/** Seconds and days. */
export type Life = {
  /** Absent: an access token does not expire. */
  readonly access?: number
  /** As the answer tells it, where it does. */
  readonly toldOfRefresh?: number
  readonly refresh:
    | 'none'
    | {
        readonly rotates: 'always' | 'never' | 'now and then'
        readonly graceSeconds?: number
        /** Also where nothing is said: RFC 9700 §4.14.2 is what has to be expected. */
        readonly reuseEndsGrant?: true
        readonly endsOldAccess?: true
        readonly idleDays?: number
        readonly absoluteDays?: number
      }
}

export type Failures = {
  readonly code: Answer
  readonly grant: Answer
  readonly client: Answer
  /** Where the three cannot be told from something else. */
  readonly means?: { readonly code?: Meaning; readonly grant?: Meaning; readonly client?: Meaning }
  readonly more?: readonly (readonly [Meaning, Answer])[]
}

export type Revoke = {
  readonly at: string
  readonly method?: 'POST' | 'DELETE'
  /** `header`: the secret in `authorization`, behind `scheme`, and the id in the body. */
  readonly client: 'body' | 'basic' | 'bearer' | 'header' | 'id only' | 'nobody'
  readonly scheme?: string
  /** What the body calls id and secret. */
  readonly named?: { readonly id: string; readonly secret: string }
  /** The account is named, and no token sent. */
  readonly names?: Readonly<Record<string, string>>
  readonly body?: 'form' | 'json' | 'empty'
  readonly param?: string
  readonly headers?: Readonly<Record<string, RegExp>>
  readonly takes: readonly ('access' | 'refresh')[]
  /** What ends: this token, its grant, or everything that the client has of the account. */
  readonly ends: 'token' | 'grant' | 'account'
  readonly done: Answer
  /** A failure of its own, which leaves the token alive. */
  readonly refusal?: Answer
}

/** The call that says whose account it is. */
export type Account = {
  /** Absent: answer and callback have told it. */
  readonly at?: string
  readonly method?: 'GET' | 'POST'
  /** Before the token, in `authorization`; Bearer unless told. */
  readonly scheme?: string
  /** A header of its own, with nothing before the token. */
  readonly tokenHeader?: string
  readonly headers?: Readonly<Record<string, RegExp>>
  readonly body?: RegExp
  /** Without this scope it is refused. */
  readonly needs?: string
  /** Each with the id and the label that a reader of the documentation would take from it. */
  readonly answers: readonly {
    readonly body: unknown
    readonly id: string
    readonly label: string
    /** What a customer of the API needs of it, under the names that we give it. */
    readonly tells?: Readonly<Record<string, string>>
  }[]
}

/** The user gives less, or the provider lists otherwise. */
export type Partial = {
  readonly asked: readonly string[]
  readonly listed: readonly string[]
  readonly lacks: readonly string[]
}
