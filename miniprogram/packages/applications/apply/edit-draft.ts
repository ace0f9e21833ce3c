import type { DraftView, FileView } from '@shared/contracts/applications'
import type { Guide } from '@shared/contracts/catalogue'
import { partKey } from '@shared/domain/correction-notice'
import { changeContent, differingParts, type Autosave, type DraftContent } from '../draft-autosave'

/** A draft in hand. */
export interface OpenDraft {
  readonly guide: Guide
  readonly autosave: Autosave
  readonly materials: DraftView['materials']
  /** What the guide asks newly or differently since the draft was begun and was not looked at again. */
  readonly changedParts: readonly string[]
  readonly keptUntil: string
  /** Where the person was. */
  readonly step: number
}

/** Typed or chosen anew; what was answered anew need not be looked at again for the guide's sake. */
export function withContent(draft: OpenDraft, content: DraftContent, now: number): OpenDraft {
  const changed = differingParts(draft.autosave.content, content)
  return {
    ...draft,
    changedParts: draft.changedParts.filter((key) => !changed.includes(key)),
    autosave: changeContent(draft.autosave, content, now),
  }
}

/** A file that the server took, behind those of its material. */
export function withFile(draft: OpenDraft, material: string, file: FileView): OpenDraft {
  const others = filesOf(draft, material).filter(({ id }) => id !== file.id)
  return {
    ...draft,
    changedParts: draft.changedParts.filter((key) => key !== partKey({ part: 'material', code: material })),
    materials: { ...draft.materials, [material]: [...others, file] },
  }
}

export function withoutFile(draft: OpenDraft, material: string, fileId: string): OpenDraft {
  const left = filesOf(draft, material).filter(({ id }) => id !== fileId)
  return { ...draft, materials: { ...draft.materials, [material]: left } }
}

const filesOf = (draft: OpenDraft, material: string) => draft.materials[material] ?? []
