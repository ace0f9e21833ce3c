import { useState } from 'react'
import type {
  ApplicationView,
  passApplication,
  rejectApplication,
  releaseApplication,
  requestCorrection,
} from '@shared/contracts/applications'
import type {
  approveApplication,
  denyApplication,
  extendApplication,
  resumeApplication,
  suspendApplication,
  takeApplication,
} from '@shared/contracts/applications-decision'
import type { InputOf } from '@shared/contracts/contract'
import type { ApplicationAction } from '@shared/domain/application-workflow'
import { useCommand } from '../../../../cloud/use-command'

type StepContract =
  | typeof requestCorrection
  | typeof passApplication
  | typeof rejectApplication
  | typeof releaseApplication
  | typeof takeApplication
  | typeof approveApplication
  | typeof denyApplication
  | typeof suspendApplication
  | typeof resumeApplication
  | typeof extendApplication

/** What a case does about a step: taken, or the case was no longer as the member saw it. */
export interface StepOutcome {
  readonly taken: (action: ApplicationAction, view: ApplicationView) => void
  readonly movedOn: () => void
}

/** The server's ways of saying that the case is no longer what the member saw. */
const movedOnCodes: readonly string[] = ['VERSION_CHANGED', 'WRONG_STATE', 'ALREADY_EXTENDED']

/** A member's step on a case. */
export function useStep<C extends StepContract>(contract: C, action: ApplicationAction, outcome: StepOutcome) {
  const { isBusy, run } = useCommand<StepContract>(contract)
  const [problem, setProblem] = useState<string>()
  return {
    isBusy,
    problem,
    async take(input: InputOf<C>) {
      setProblem(undefined)
      const reply = await run(input)
      if (reply === undefined) return
      if (reply.ok) outcome.taken(action, reply.data)
      else if (movedOnCodes.includes(reply.error.code)) outcome.movedOn()
      else setProblem(Object.values(reply.error.fields ?? {})[0] ?? reply.error.message)
    },
  }
}
