import { useEffect, useState } from 'react'
import type { Material } from '@shared/domain/item'
import { serverToday } from '../../../cloud/server-time'
import { showPart, showTop } from '../../../platform/show-part'
import type { DraftContent } from '../draft-autosave'
import { askedMaterials, draftProblems, elementOfPart, stepOfPart } from './check-draft'
import { copy } from './copy'
import type { OpenDraft } from './edit-draft'
import type { DraftInHand } from './use-draft'

export const lastStep = copy.steps.length - 1

/** Going through the steps: what is wrong, what of it is seen by now, and the ways to a step or a part. */
export interface Steps {
  readonly furthest: number
  readonly asked: readonly Material[]
  /** Part key → sentence, in the order of the pages. */
  readonly problems: ReadonlyMap<string, string>
  /** The problem of a part, once the person has been there or tried to go on. */
  readonly problemAt: (key: string) => string | undefined
  /** Problems of this step that are seen. */
  readonly seenHere: number
  /** The person is done with a part. */
  readonly leave: (key: string) => void
  readonly goTo: (step: number) => void
  readonly goOn: () => void
  readonly jumpTo: (key: string) => void
  /** Scrolls to an element of this step, or to its beginning. */
  readonly look: (id: string | undefined) => void
  /** All problems may be seen, those that the server alone found too. */
  readonly showAll: (found?: Readonly<Record<string, string>>) => void
}

/** @param isOnItsWay whether files of a material are being uploaded: it is not missing then */
export function useSteps(hand: DraftInHand, draft: OpenDraft, isOnItsWay: (material: string) => boolean): Steps {
  const { guide, autosave, materials, step } = draft
  const { content } = autosave
  const [furthest, setFurthest] = useState(step)
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set())
  const [found, setFound] = useState<{
    readonly in: DraftContent
    readonly problems: Readonly<Record<string, string>>
  }>()
  const [target, setTarget] = useState<{ readonly id: string | undefined }>()
  useEffect(() => {
    if (target?.id !== undefined) showPart(target.id)
    else if (target !== undefined) showTop()
  }, [target])

  const problems = new Map([
    ...draftProblems(guide, content, materials, serverToday()),
    ...(found?.in === content ? Object.entries(found.problems) : []),
  ])
  const show = (keys: Iterable<string>) => setShown(new Set([...shown, ...keys]))
  const goTo = (next: number, key?: string) => {
    setFurthest(Math.max(furthest, next))
    if (next !== step) hand.goTo(next)
    setTarget({ id: key === undefined ? undefined : elementOfPart(key) })
  }
  const here = [...problems.keys()].filter(
    (key) => stepOfPart(key) === step && !(key.startsWith('material:') && isOnItsWay(key.slice('material:'.length))),
  )
  return {
    furthest,
    asked: askedMaterials(guide, content.answers),
    problems,
    problemAt: (key) => (shown.has(key) ? problems.get(key) : undefined),
    seenHere: here.filter((key) => shown.has(key)).length,
    leave: (key) => {
      // Passing over an empty question is no mistake yet.
      if (!isEmptyPart(content, key)) show([key])
    },
    goTo: (next) => goTo(next),
    goOn: () => {
      const [first] = here
      if (first === undefined) {
        goTo(step + 1)
        return
      }
      show(here)
      setTarget({ id: elementOfPart(first) })
    },
    jumpTo: (key) => {
      show([key])
      goTo(stepOfPart(key), key)
    },
    look: (id) => setTarget({ id }),
    showAll: (problemsFound = {}) => {
      setFound({ in: content, problems: problemsFound })
      show([...problems.keys(), ...Object.keys(problemsFound)])
    },
  }
}

function isEmptyPart({ applicant, answers }: DraftContent, key: string): boolean {
  const [part = '', code = ''] = key.split(':')
  const details: Readonly<Record<string, string>> = applicant
  return ((part === 'applicant' ? details[code] : answers[code]) ?? '').trim() === ''
}
