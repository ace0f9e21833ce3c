import type { ApplicationView } from '@shared/contracts/applications'
import { isFailure, type Failure } from '../kernel/operation'
import { scopedApplication } from './people'
import { chooseResults } from './result-files'
import type { Decision } from './store'
import { itemOf, outOfTurn, takeStep, type StepContext } from './take-step'
import { expireFiles } from './uploads'

/** 准予 or 不予: the decision with its number and files, which were uploaded for it; the others are cleared away. */
export async function decideApplication(
  context: StepContext,
  action: 'approve' | 'deny',
  {
    input,
    decision,
    note,
  }: {
    readonly input: {
      readonly applicationId: string
      readonly version: number
      readonly documentNumber: string
      readonly files: readonly string[]
    }
    readonly decision: Pick<Decision, 'kind' | 'reason' | 'remedies'>
    readonly note: string | undefined
  },
): Promise<
  ApplicationView | Failure<'NOT_FOUND' | 'WRONG_STATE' | 'VERSION_CHANGED' | 'FORBIDDEN' | 'FILE_NOT_FOUND'>
> {
  const application = await scopedApplication(context.transaction, input.applicationId, context.staff)
  if (isFailure(application)) return application
  const { version, documentNumber } = input
  const refusal = outOfTurn(context, { application, action, version })
  if (refusal !== undefined) return refusal
  const results = chooseResults(application, input.files)
  if (isFailure(results)) return results
  await expireFiles(context.transaction, results.left, context.now)
  return takeStep(context, {
    application,
    item: await itemOf(application),
    action,
    version,
    change: {
      results: [],
      decision: { ...decision, decidedAt: context.now, documentNumber, files: results.chosen },
    },
    details: {
      documentNumber,
      files: results.chosen.map(({ sha256 }) => sha256),
      ...(note === undefined || note === '' ? {} : { note }),
    },
  })
}
