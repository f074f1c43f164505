import { withPreference } from '../domain/account-record.ts'
import type { PreferOutcome, PreferRequest } from '../domain/object-messages.ts'
import { isUnprojected } from './due-list.ts'
import type { ObjectParts } from './object-parts.ts'

/**
 * Chooses one of the owner's connections in place of any other. Records change without a pause between
 * them, so nobody finds two, or none where one was; of two who choose at once the later one counts.
 */
export async function preferAccount(
  { records, ensure, plan, tell }: ObjectParts,
  request: PreferRequest,
): Promise<PreferOutcome> {
  if (records.hasUnknownVersion() || !(await ensure(request))) return { kind: 'unavailable' }
  const live = records.live()
  if (!live.some(({ accountId }) => accountId === request.accountId)) {
    return { kind: 'not_installed' }
  }
  const changed = live.flatMap((record) => {
    const next = withPreference(record, record.accountId === request.accountId)
    return next === record ? [] : [next]
  })
  for (const record of changed) records.put(record)
  await plan()
  // Whoever reads the list after the answer sees it. D1 may be silent: the alarm repeats it.
  const news = records.live().filter(isUnprojected)
  await Promise.all(news.map(({ accountId }) => tell(accountId)))
  return { kind: 'preferred' }
}
