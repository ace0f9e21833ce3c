import { getSampleLink as contract } from '@shared/contracts/catalogue'
import type { FileKind } from '@shared/domain/item'
import { fail, implementQuery } from '../../kernel/operation'
import { findCatalogueIndex } from '../../kernel/published-items'
import { cloudFileId, linkSeconds, linkTo } from '../../kernel/stored-files'

/** A link to a file that a published guide names; no other path of the storage is answered. */
export const getSampleLink = implementQuery(contract, async ({ input, now }) => {
  const index = await findCatalogueIndex()
  if (index?.files.includes(input.path) !== true) return fail('SAMPLE_NOT_FOUND')
  const url = await linkTo(cloudFileId(input.path))
  if (url === undefined) return fail('SAMPLE_NOT_FOUND')
  const kind: FileKind = input.path.endsWith('.pdf') ? 'pdf' : 'png'
  return { url, kind, expiresAt: now + linkSeconds * 1000 }
})
