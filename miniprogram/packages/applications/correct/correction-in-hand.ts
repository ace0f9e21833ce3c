import { useEffect, useRef, useState } from 'react'
import * as v from 'valibot'
import type { ApplicationView, FileView } from '@shared/contracts/applications'
import type { Guide } from '@shared/contracts/catalogue'
import {
  correctionChecklist,
  type ApplicantDetails,
  type CorrectionEntry,
  type CorrectionInHand,
} from '@shared/domain/correction-checklist'
import { dropOwn, keepOwn, keptOwn } from '../../../cloud/session'
import { serverToday } from '../../../cloud/server-time'
import type { Query } from '../../../cloud/use-query'
import { useUploads, type Uploads } from '../../../cloud/use-uploads'

type Typed = CorrectionInHand['typed']
const typedShape = v.object({
  applicant: v.partial(v.object({ name: v.string(), identityNumber: v.string(), phone: v.string() })),
  answers: v.record(v.string(), v.string()),
})

/** One round of one application: what was typed for another notice is of no use. */
const keyOf = ({ id, rounds }: Pick<ApplicationView, 'id' | 'rounds'>) => `correction:${id}:${rounds.length}`

/** Sent in: the phone forgets what was typed. */
export function forgetCorrection(view: Pick<ApplicationView, 'id' | 'rounds'>): void {
  dropOwn(keyOf(view))
}

export interface CorrectionForm {
  readonly hand: CorrectionInHand
  readonly entries: readonly CorrectionEntry[]
  /** What stands in the input of a part now. */
  readonly valueOf: (entry: CorrectionEntry) => string
  readonly change: (entry: CorrectionEntry, value: string) => void
  readonly filesOf: (material: string) => readonly FileView[]
  readonly removeFile: (material: string, fileId: string) => void
  readonly uploads: Uploads
}

/** A correction while it is made: what is typed is kept on the phone at once, new files are at the server already. */
export function useCorrectionForm(
  view: ApplicationView,
  guide: Guide,
  application: Query<ApplicationView>,
): CorrectionForm {
  const [typed, setTyped] = useState<Typed>(() => readTyped(view))
  useEffect(() => keepOwn(keyOf(view), typed), [view, typed])

  // Two files may arrive before the page is drawn again: each starts from what the other left.
  const latest = useRef(view)
  useEffect(() => {
    latest.current = view
  }, [view])
  const changeFiles = (material: string, change: (files: readonly FileView[]) => readonly FileView[]) => {
    const replacements = latest.current.replacements ?? {}
    latest.current = {
      ...latest.current,
      replacements: { ...replacements, [material]: [...change(replacements[material] ?? [])] },
    }
    application.replace(latest.current)
  }
  const uploads = useUploads({ kind: 'correction', applicationId: view.id }, (material, file) =>
    changeFiles(material, (files) => [...files.filter(({ id }) => id !== file.id), file]),
  )

  const filesOf = (material: string) => view.replacements?.[material] ?? []
  const running = view.rounds.find(({ resubmittedAt }) => resubmittedAt === undefined)
  const hand: CorrectionInHand = {
    item: guide,
    before: { applicant: view.content.applicant, answers: view.content.answers },
    marks: running?.marks ?? [],
    typed,
    replaced: Object.fromEntries(guide.materials.map(({ code }) => [code, filesOf(code).length])),
  }
  return {
    hand,
    entries: correctionChecklist(hand, serverToday()),
    valueOf: ({ part, code }) =>
      part === 'applicant'
        ? (typed.applicant[code as keyof ApplicantDetails] ?? view.content.applicant[code as keyof ApplicantDetails])
        : (typed.answers[code] ?? view.content.answers[code] ?? ''),
    change: ({ part, code }, value) =>
      setTyped((before) =>
        part === 'applicant'
          ? { ...before, applicant: { ...before.applicant, [code]: value } }
          : { ...before, answers: { ...before.answers, [code]: value } },
      ),
    filesOf,
    removeFile: (material, fileId) => changeFiles(material, (files) => files.filter(({ id }) => id !== fileId)),
    uploads,
  }
}

function readTyped(view: Pick<ApplicationView, 'id' | 'rounds'>): Typed {
  const parsed = v.safeParse(typedShape, keptOwn(keyOf(view)))
  return parsed.success ? parsed.output : { applicant: {}, answers: {} }
}
