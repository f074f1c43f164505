/** Every expected failure and what the outside hears of it. A kind without an entry does not compile. */
import type { ApiError } from './api-error.ts'
import { accessFailures } from './failures/access.ts'
import { accountFailures } from './failures/accounts.ts'
import { connectFailures } from './failures/connect.ts'
import { connectionFailures } from './failures/connections.ts'
import { failuresForPeople } from './failures/for-people.ts'
import type { Failure, FailureTable } from './failures/failure.ts'
import { integrationFailures } from './failures/integrations.ts'
import { keyFailures } from './failures/keys.ts'
import { operatorFailures } from './failures/operators.ts'
import { organizationFailures } from './failures/organizations.ts'
import { userTokenFailures } from './failures/user-tokens.ts'

const FAILURES: FailureTable<Failure['kind']> = {
  ...accessFailures,
  ...accountFailures,
  ...connectFailures,
  ...connectionFailures,
  ...integrationFailures,
  ...keyFailures,
  ...operatorFailures,
  ...organizationFailures,
  ...userTokenFailures,
}

const FOR_PEOPLE: FailureTable<Failure['kind']> = { ...FAILURES, ...failuresForPeople }

export const toApiError = (failure: Failure): ApiError => answerOf(FAILURES, failure)

/** The same code in the browser API: widgets show its message to the person who is connecting. */
export const toPersonalError = (failure: Failure): ApiError => answerOf(FOR_PEOPLE, failure)

function answerOf(table: FailureTable<Failure['kind']>, failure: Failure): ApiError {
  // The table's type has just that function under each kind; a union of functions cannot say so.
  const answer = table[failure.kind] as (failure: Failure) => ApiError
  return answer(failure)
}
