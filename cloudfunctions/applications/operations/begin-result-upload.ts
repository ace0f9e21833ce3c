import { beginResultUpload as contract } from '@shared/contracts/applications-decision'
import { database } from '../../kernel/database'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { resultLimits, toBeDecidedBy } from '../result-files'
import { applications } from '../store'
import { announceUpload } from '../uploads'

/** Announces a result file; what is too many or too large is refused before a byte travels. */
export const beginResultUpload = implementCommand(contract, {
  async prepare({ input, staff, now }) {
    const application = toBeDecidedBy(await database.get(applications, input.applicationId), staff, now)
    if (isFailure(application)) return application
    if (input.bytes === 0) return fail('FILE_EMPTY')
    if (input.bytes > resultLimits.maxBytes) return fail('FILE_TOO_LARGE')
    return (application.results ?? []).length < resultLimits.mostWaiting ? undefined : fail('TOO_MANY_FILES')
  },
  async handle({ input, openid, now, transaction }) {
    const upload = {
      ownerId: openid,
      targetKind: 'result',
      targetId: input.applicationId,
      material: 'result',
    } as const
    return { ...(await announceUpload(transaction, upload, input.name, now)), maxBytes: resultLimits.maxBytes }
  },
})
