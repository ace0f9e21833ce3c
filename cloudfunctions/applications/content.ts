import { maskIdentityNumber, maskPhone } from '@shared/domain/masking'
import type { FormAnswers, Item } from '@shared/domain/item'
import type { FileView } from '@shared/contracts/applications'
import { seal, unseal, type Sealed } from '../kernel/sealed'
import type { Content, Materials, StoredFile } from './store'

/** Seals what the person typed for one document. */
export function sealContent(documentId: string, content: Content): Sealed {
  return seal(`applications.content:${documentId}`, content)
}

export function openContent(documentId: string, sealed: Sealed): Content {
  return unseal(`applications.content:${documentId}`, sealed) as Content
}

export function sealFileName(fileId: string, name: string): Sealed {
  return seal(`applications.file:${fileId}`, name)
}

/** What staff see before a logged reveal: identity numbers and phones masked, in the form's answers too. */
export function maskedContent(item: Pick<Item, 'fields'>, content: Content): Content {
  const answers: FormAnswers = Object.fromEntries(
    Object.entries(content.answers).map(([code, value]) => {
      const type = item.fields.find((field) => field.code === code)?.type
      if (type === 'identity-number') return [code, maskIdentityNumber(value)]
      return [code, type === 'phone' ? maskPhone(value) : value]
    }),
  )
  const { name, identityNumber, phone } = content.applicant
  return { applicant: { name, identityNumber: maskIdentityNumber(identityNumber), phone: maskPhone(phone) }, answers }
}

/** Files as pages see them, without where they lie. */
export function materialsView(materials: Materials): Record<string, FileView[]> {
  return Object.fromEntries(Object.entries(materials).map(([code, files]) => [code, filesView(files)]))
}

export function filesView(files: readonly StoredFile[]): FileView[] {
  return files.map(({ id, name, kind, bytes, width, height }) => ({
    id,
    name: unseal(`applications.file:${id}`, name) as string,
    kind,
    bytes,
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
  }))
}

/** Who took a result at the window. */
export function sealRecipient(applicationId: string, name: string): Sealed {
  return seal(`applications.recipient:${applicationId}`, name)
}
export function openRecipient(applicationId: string, sealed: Sealed): string {
  return unseal(`applications.recipient:${applicationId}`, sealed) as string
}

/** The pledge as it was signed: it names the person. */
export function sealPledge(applicationId: string, text: string): Sealed {
  return seal(`applications.pledge:${applicationId}`, text)
}
export function openPledge(applicationId: string, sealed: Sealed): string {
  return unseal(`applications.pledge:${applicationId}`, sealed) as string
}
