import { sandboxAccountAnswer } from '../answers/sandbox-provider.ts'
import { sandboxAccount, sandboxRevocation, sandboxScript } from '../sandbox-provider.ts'
import { SANDBOX_ACCOUNT } from './examples.ts'
import type { Operation, Parameter } from './operation.ts'

const tag = 'Sandbox provider'

const account: Parameter = {
  name: 'account',
  in: 'path',
  schema: sandboxAccount,
  says: 'The account’s name: whatever was typed into the consent page.',
  example: 'ada@example.com',
}

const answers = [
  { status: 200, says: 'The account.', schema: sandboxAccountAnswer, example: SANDBOX_ACCOUNT },
] as const

const path = '/sandbox-provider/accounts/{account}'
const errors = ['sandbox_only', 'invalid_request'] as const

export const sandboxOperations: readonly Operation[] = [
  {
    id: 'getSandboxAccount',
    method: 'GET',
    path,
    tag,
    summary: 'Get an account and what happened to it',
    access: 'config:read',
    parameters: [account],
    answers,
    errors: [...errors, 'sandbox_account_not_found'],
    isAddition: true,
  },
  {
    id: 'scriptSandboxAccount',
    method: 'POST',
    path: `${path}/script`,
    tag,
    summary: 'Say how an account behaves',
    description: 'It comes into being if it is new. What is absent stays as it is.',
    access: 'config:write',
    parameters: [account],
    body: {
      name: 'SandboxScript',
      schema: sandboxScript,
      words: {
        behaviour: 'What always holds.',
        'behaviour.rotation':
          '`strict`: a refresh token is good once. `grace`: `grace_seconds` longer. `none`: it stays.',
        'behaviour.grace_seconds': 'Seconds.',
        'behaviour.reuse_detection': 'Whether a refresh token that comes again ends the grant.',
        'behaviour.expires_in': 'How long an access token lives, seconds.',
        'behaviour.stated_expires_in': 'What the answer says of it.',
        'behaviour.refresh_token': 'Whether one is issued.',
        'behaviour.scopes': 'Of what is asked only these are granted; null: all.',
        faults: 'What happens to single calls, in turn. They replace those that are left.',
        'faults.on': 'The call that meets it.',
        'faults.times': 'How many calls meet it.',
        'faults.kind': 'What happens.',
        'faults.milliseconds': 'How late the answer comes.',
        'faults.seconds': 'What `Retry-After` says.',
        'faults.status': 'The status of the answer.',
        'faults.account': 'Whose grant it is from here on.',
      },
      example: {
        behaviour: { expires_in: 5 },
        faults: [{ kind: 'rate_limited', seconds: 30 }],
      },
    },
    answers,
    errors,
    isAddition: true,
  },
  {
    id: 'revokeSandboxAccount',
    method: 'POST',
    path: `${path}/revoke`,
    tag,
    summary: 'Revoke at the provider',
    description:
      '`user` ends the account’s grants; `admin` blocks the account until it is restored.',
    access: 'config:write',
    parameters: [account],
    body: {
      name: 'SandboxRevocation',
      schema: sandboxRevocation,
      words: { by: 'Who takes access away.' },
      example: { by: 'user' },
    },
    answers,
    errors: [...errors, 'sandbox_account_not_found'],
    isAddition: true,
  },
  {
    id: 'restoreSandboxAccount',
    method: 'POST',
    path: `${path}/restore`,
    tag,
    summary: 'Lift an administrator’s block',
    access: 'config:write',
    parameters: [account],
    answers,
    errors: [...errors, 'sandbox_account_not_found'],
    isAddition: true,
  },
]
