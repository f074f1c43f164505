/**
 * The rules of the sandbox provider for one environment: codes, tokens, rotation, revocation. Nothing
 * here waits, so that each call is one step of its object. Everything secret is looked up by digest.
 */
import { randomToken, sha256HexNow } from '../kit/digest.ts'
import { newId, type Random } from '../kit/ids.ts'
import {
  changed,
  DEFAULT_BEHAVIOUR,
  takeFault,
  WRONG_EXPIRES_IN,
  type BehaviourChange,
  type Call,
  type Fault,
  type ScriptedFault,
} from './behaviour.ts'
import { pictureAddress } from './picture.ts'
import { s256 } from './pkce.ts'
import { IDLE_MS, type Account, type Grant, type Records, type Token } from './records.ts'
import {
  bearerReply,
  errorReply,
  jsonReply,
  replyAfter,
  replyInstead,
  type Reply,
} from './reply.ts'

/** RFC 6749 §4.1.2 recommends ten minutes at most. */
const CODE_MS = 60_000

export type Consent = {
  readonly environmentId: string
  readonly account: string
  readonly scopes: readonly string[]
  readonly redirectUri: string
  readonly codeChallenge: string
  /** Of this grant, over what is scripted for the account. */
  readonly behaviour: BehaviourChange
  /** Replace what is scripted for the account; undefined leaves it. */
  readonly faults: readonly ScriptedFault[] | undefined
}

export type CodeExchange = {
  readonly code: string
  readonly redirectUri: string
  readonly codeVerifier: string
}

export type Script = {
  readonly behaviour?: BehaviourChange | undefined
  readonly faults?: readonly ScriptedFault[] | undefined
}

export type SandboxServer = ReturnType<typeof createServer>

/**
 * @param environmentId written into each token, so that a request alone says which object knows it
 * @param now epoch milliseconds, of this step
 */
export function createServer(records: Records, environmentId: string, now: number, random: Random) {
  const accountOf = (name: string): Account =>
    records.account(name) ?? {
      name,
      behaviour: DEFAULT_BEHAVIOUR,
      isBlocked: false,
      faults: [],
      calls: { exchange: 0, refresh: 0, userinfo: 0, revocation: 0, reuse: 0 },
    }
  const changeAccount = (name: string, change: Partial<Account>): void =>
    records.putAccount({ ...accountOf(name), ...change }, now)
  const count = (name: string, call: Call | 'reuse'): void => {
    const { calls } = accountOf(name)
    changeAccount(name, { calls: { ...calls, [call]: calls[call] + 1 } })
  }

  const issue = (token: Omit<Token, 'digest' | 'spentAt'>): string => {
    const text = `sandbox-${token.kind}.${environmentId}.${randomToken(random)}`
    records.putToken({ ...token, digest: sha256HexNow(text), spentAt: null }, now)
    return text
  }
  const find = (text: string, kind: Token['kind']): Token | undefined => {
    const token = records.token(sha256HexNow(text))
    return token?.kind === kind ? token : undefined
  }
  const end = (grant: Grant, endedBy: Grant['endedBy']): void => {
    if (grant.endedBy === null) records.putGrant({ ...grant, endedBy }, now)
  }
  const isAlive = (grant: Grant | undefined): grant is Grant =>
    grant !== undefined && grant.endedBy === null && !accountOf(grant.account).isBlocked

  const revokeAll = (account: string): void => {
    for (const grant of records.grantsOf(account)) end(grant, 'user')
  }
  /** What a fault does besides spoiling the answer. */
  const befall = (fault: Fault | undefined, grant: Grant): void => {
    if (fault?.kind === 'revoked_by_user') revokeAll(grant.account)
    if (fault?.kind === 'revoked_by_admin') changeAccount(grant.account, { isBlocked: true })
    if (fault?.kind === 'account_switched') {
      records.putGrant({ ...grant, account: fault.account }, now)
    }
  }
  /** Serves a call that is about a grant, as far as the account's script lets it. */
  const scripted = (call: Call, token: Token | undefined, serve: () => Reply): Reply => {
    const grant = token === undefined ? undefined : records.grant(token.grantId)
    if (grant === undefined) return serve()
    count(grant.account, call)
    const { fault, left } = takeFault(accountOf(grant.account).faults, call)
    if (fault === undefined) return serve()
    changeAccount(grant.account, { faults: left })
    const instead = replyInstead(fault)
    if (instead !== undefined) return instead
    befall(fault, grant)
    return replyAfter(fault, serve())
  }

  const tokensFor = (grant: Grant, scopes: readonly string[], refresh?: Token): Reply => {
    const { behaviour } = grant
    records.putGrant(grant, now)
    const expiresAt = now + behaviour.expiresIn * 1000
    const access = issue({ kind: 'access', grantId: grant.id, scopes, expiresAt })
    const isRotated = refresh === undefined ? behaviour.refreshToken : behaviour.rotation !== 'none'
    if (refresh !== undefined && isRotated) {
      records.putToken({ ...refresh, spentAt: refresh.spentAt ?? now }, now)
    }
    const said = behaviour.statedExpiresIn === 'wrong' ? WRONG_EXPIRES_IN : behaviour.expiresIn
    return jsonReply(200, {
      access_token: access,
      token_type: 'Bearer',
      ...(behaviour.statedExpiresIn === 'missing' ? {} : { expires_in: said }),
      ...(isRotated ? { refresh_token: issueRefresh(grant) } : {}),
      scope: scopes.join(' '),
    })
  }
  const issueRefresh = ({ id, scopes }: Grant): string =>
    issue({ kind: 'refresh', grantId: id, scopes, expiresAt: now + IDLE_MS })

  return {
    /** @returns the code; undefined when an administrator has blocked the account */
    consent(consent: Consent): string | undefined {
      if (accountOf(consent.account).isBlocked) return undefined
      if (consent.faults !== undefined) changeAccount(consent.account, { faults: consent.faults })
      const behaviour = changed(accountOf(consent.account).behaviour, consent.behaviour)
      const scopes = consent.scopes.filter((scope) => behaviour.scopes?.includes(scope) ?? true)
      const id = newId('grant', now, random)
      records.putGrant({ id, account: consent.account, behaviour, scopes, endedBy: null }, now)
      records.prune(now)
      return issue({
        kind: 'code',
        grantId: id,
        scopes,
        expiresAt: now + CODE_MS,
        redirectUri: consent.redirectUri,
        codeChallenge: consent.codeChallenge,
      })
    },

    exchange(request: CodeExchange): Reply {
      const code = find(request.code, 'code')
      return scripted('exchange', code, () => {
        const grant = code === undefined ? undefined : records.grant(code.grantId)
        if (code === undefined || grant === undefined) return refused('The code is not known.')
        if (code.spentAt !== null) {
          // RFC 6749 §4.1.2: two have it, so what it bought is taken back.
          end(grant, 'code_reuse')
          return refused('The code was used before.')
        }
        // Whatever comes of it: nobody may try a second time.
        records.putToken({ ...code, spentAt: now }, now)
        if (code.expiresAt <= now) return refused('The code has expired.')
        if (!isAlive(grant)) return refused('The grant is over.')
        if (code.redirectUri !== request.redirectUri) return refused('Another redirect_uri.')
        if (code.codeChallenge !== s256(request.codeVerifier)) {
          return refused('The code_verifier does not fit the code_challenge.')
        }
        return tokensFor(grant, grant.scopes)
      })
    },

    /** @param scopes narrower than the grant's; undefined: all of them (RFC 6749 §6) */
    refresh(text: string, scopes: readonly string[] | undefined): Reply {
      const token = find(text, 'refresh')
      return scripted('refresh', token, () => {
        const grant = token === undefined ? undefined : records.grant(token.grantId)
        if (token === undefined || !isAlive(grant)) return refused('The refresh token is not good.')
        if (token.expiresAt <= now) return refused('The refresh token has expired.')
        const { rotation, graceSeconds, reuseDetection } = grant.behaviour
        const graceMs = rotation === 'grace' ? graceSeconds * 1000 : 0
        if (token.spentAt !== null && now >= token.spentAt + graceMs) {
          count(grant.account, 'reuse')
          if (reuseDetection) end(grant, 'token_reuse')
          return refused('The refresh token was used before.')
        }
        if (scopes?.some((scope) => !grant.scopes.includes(scope)) === true) {
          return errorReply('invalid_scope', 'More than the user granted.')
        }
        return tokensFor(grant, scopes ?? grant.scopes, token)
      })
    },

    /** RFC 7009 §2: a refresh token takes its grant along; what is not known is gone already. */
    revoke(text: string): Reply {
      const token = find(text, 'refresh') ?? find(text, 'access')
      return scripted('revocation', token, () => {
        const grant = token === undefined ? undefined : records.grant(token.grantId)
        if (token?.kind === 'access') records.deleteToken(token.digest)
        if (token?.kind === 'refresh' && grant !== undefined) end(grant, 'client')
        return { status: 200, headers: { 'cache-control': 'no-store' }, body: '' }
      })
    },

    userinfo(text: string): Reply {
      const token = find(text, 'access')
      return scripted('userinfo', token, () => {
        const found = alive(text)
        if (found === undefined) return deadToken()
        if (!found.token.scopes.includes('profile')) {
          return bearerReply('insufficient_scope', 'This needs the scope profile.')
        }
        const sub = found.grant.account
        const email = sub.includes('@') ? { email: sub } : {}
        return jsonReply(200, { sub, ...email, name: sub, picture: pictureAddress(sub) })
      })
    },

    /** For a test that wants to know whether a token would work: no script touches it. */
    api(text: string): Reply {
      const found = alive(text)
      if (found === undefined) return deadToken()
      return jsonReply(200, {
        alive: true,
        account: found.grant.account,
        scopes: found.token.scopes,
        expires_at: new Date(found.token.expiresAt).toISOString(),
      })
    },

    script(name: string, { behaviour, faults }: Script): void {
      const account = accountOf(name)
      changeAccount(name, {
        behaviour: changed(account.behaviour, behaviour ?? {}),
        faults: faults ?? account.faults,
      })
      for (const grant of records.grantsOf(name)) {
        records.putGrant({ ...grant, behaviour: changed(grant.behaviour, behaviour ?? {}) }, now)
      }
      records.prune(now)
    },
    revokeAll,
    block: (name: string, isBlocked: boolean): void => changeAccount(name, { isBlocked }),
    isKnown: (name: string): boolean =>
      records.account(name) !== undefined || records.grantsOf(name).length > 0,
    look: (name: string) => ({ ...accountOf(name), grants: records.grantsOf(name) }),
  }

  function alive(text: string): { token: Token; grant: Grant } | undefined {
    const token = find(text, 'access')
    const grant = token === undefined ? undefined : records.grant(token.grantId)
    if (token === undefined || token.expiresAt <= now || !isAlive(grant)) return undefined
    return { token, grant }
  }
}

const refused = (why: string): Reply => errorReply('invalid_grant', why)
const deadToken = (): Reply => bearerReply('invalid_token', 'Not known, expired, or revoked.')
