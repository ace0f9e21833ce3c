import { seal, unseal } from '../kernel/sealed'
import type { Complaint } from './store'

export interface Content {
  readonly subject: string
  readonly text: string
  /** Of whom the citizen complains, as they wrote it. */
  readonly complainedOf?: string
}
export interface Complainant {
  readonly name: string
  readonly phone: string
}
/** What was written on the way. */
export interface Words {
  readonly report?: string
  readonly sendBackReason?: string
  readonly answer?: string
  readonly declineReason?: string
  readonly extensionReason?: string
  readonly reopenReason?: string
}

export const sealContent = (id: string, content: Content) => seal(`complaints.content:${id}`, content)
export const sealComplainant = (id: string, person: Complainant) => seal(`complaints.complainant:${id}`, person)
export const sealWords = (id: string, words: Words) => seal(`complaints.words:${id}`, words)

type Of<Field extends keyof Complaint> = Pick<Complaint, '_id' | Field>
export const contentOf = ({ _id, content }: Of<'content'>) => unseal(`complaints.content:${_id}`, content) as Content
export const complainantOf = ({ _id, complainant }: Of<'complainant'>) =>
  unseal(`complaints.complainant:${_id}`, complainant) as Complainant
export const wordsOf = ({ _id, words }: Of<'words'>) => unseal(`complaints.words:${_id}`, words) as Words
