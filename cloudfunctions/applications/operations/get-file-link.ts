import { getFileLink as contract } from '@shared/contracts/applications'
import { database } from '../../kernel/database'
import { fail, findStaff, implementQuery } from '../../kernel/operation'
import { linkSeconds, linkTo } from '../../kernel/stored-files'
import { enterLook } from '../looks'
import { isInScope } from '../people'
import { applications, uploads, type Application, type StoredFile } from '../store'

/** A link for ten minutes: the owner's own files, or for staff those of an application in their departments. */
export const getFileLink = implementQuery(contract, async ({ input, openid, now }) => {
  const file =
    input.applicationId === undefined
      ? await ownFile(input.fileId, openid, now)
      : await fileOf(input.applicationId, input.fileId, openid, now)
  if (file === undefined) return fail('FILE_NOT_FOUND')
  const url = await linkTo(file.object)
  if (url === undefined) return fail('FILE_NOT_FOUND')
  return { url, kind: file.kind, expiresAt: now + linkSeconds * 1000 }
})

async function ownFile(fileId: string, openid: string, now: number): Promise<StoredFile | undefined> {
  const upload = await database.get(uploads, fileId)
  // A result is uploaded by staff; it is found through its case, by staff and by the applicant it is for.
  if (upload?.targetKind === 'result') return fileOf(upload.targetId, fileId, openid, now)
  return upload?.ownerId === openid && upload.expiresAt === 0 ? (upload.file ?? undefined) : undefined
}

async function fileOf(
  applicationId: string,
  fileId: string,
  openid: string,
  now: number,
): Promise<StoredFile | undefined> {
  const application = await database.get(applications, applicationId)
  if (application === undefined) return undefined
  const isOwner = application.ownerId === openid
  const staff = isOwner ? undefined : await findStaff(openid)
  if (!isOwner && !isInScope(staff, application)) return undefined
  const file = filesWithin(application, isOwner).find((each) => each.id === fileId)
  // A file is never seen by somebody who is not in the chain.
  if (file !== undefined && staff !== undefined) await enterLook(application, staff, now)
  return file
}

/**
 * Staff see what was sent in, now and before the last correction, and the results that wait for the decision; replacements
 * not sent in are the owner's alone. The decision's own files are for both.
 */
function filesWithin(application: Application, isOwner: boolean): readonly StoredFile[] {
  const { materials, before, replacements, results = [], decision } = application
  const sets = [materials, before?.materials ?? {}, isOwner ? replacements : {}]
  return [
    ...sets.flatMap((each) => Object.values(each).flat()),
    ...(isOwner ? [] : results),
    ...(decision?.files ?? []),
  ]
}
