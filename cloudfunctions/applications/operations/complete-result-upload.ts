import { completeResultUpload as contract } from '@shared/contracts/applications-decision'
import { database } from '../../kernel/database'
import { fail, implementCommand, isFailure, type Failure } from '../../kernel/operation'
import type { StaffMember } from '../../kernel/store'
import { filesView } from '../content'
import { resultLimits, toBeDecidedBy } from '../result-files'
import { applications, uploads, type Application } from '../store'
import { isOpenTo, takeIn, wasRemoved } from '../uploads'

/** Takes a result file in; it waits with the case for the decision that names it. */
export const completeResultUpload = implementCommand(contract, {
  async prepare({ input, openid, staff, now }) {
    const upload = await database.get(uploads, input.fileId)
    if (!isOpenTo(upload, openid, now) || upload.targetKind !== 'result') return fail('UPLOAD_NOT_FOUND')
    if (upload.file !== null) return { upload, file: upload.file }
    const application = caseOf(await database.get(applications, upload.targetId), staff, now)
    if (isFailure(application)) return application
    const file = await takeIn(upload, resultLimits)
    return isFailure(file) ? file : { upload, file }
  },
  async handle({ openid, staff, now, transaction, prepared: { upload, file } }) {
    const current = await transaction.get(uploads, upload._id)
    if (!isOpenTo(current, openid, now)) return fail('UPLOAD_NOT_FOUND')
    const application = caseOf(await transaction.get(applications, upload.targetId), staff, now)
    if (isFailure(application)) return application
    const { results = [] } = application
    if (wasRemoved(current, results)) return fail('UPLOAD_NOT_FOUND')
    const others = results.filter(({ id }) => id !== file.id)
    if (others.length >= resultLimits.mostWaiting) return fail('TOO_MANY_FILES')
    await transaction.put(applications, { ...application, results: [...others, file] })
    await transaction.put(uploads, { ...upload, file, expiresAt: 0 })
    const [view] = filesView([file])
    return view ?? fail('UPLOAD_NOT_FOUND')
  },
})

/** The case the file was announced for; to a member who has left its department meanwhile, the upload is none of theirs. */
function caseOf(
  application: Application | undefined,
  staff: StaffMember | undefined,
  now: number,
): Application | Failure<'UPLOAD_NOT_FOUND' | 'WRONG_STATE' | 'FORBIDDEN'> {
  const found = toBeDecidedBy(application, staff, now)
  if (!isFailure(found)) return found
  return found.code === 'NOT_FOUND' ? fail('UPLOAD_NOT_FOUND') : fail(found.code)
}
