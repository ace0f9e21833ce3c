import { denyApplication as contract } from '@shared/contracts/applications-decision'
import { remedies } from '@shared/domain/sentences-of-law'
import { implementCommand } from '../../kernel/operation'
import { decideApplication } from '../decide-application'

/** 不予许可: with the reason and both remedies (行政许可法 art. 38). */
export const denyApplication = implementCommand(contract, {
  handle: ({ input, ...context }) =>
    decideApplication(context, 'deny', {
      input,
      decision: { kind: 'denied', reason: input.reason, remedies },
      note: input.reason,
    }),
})
