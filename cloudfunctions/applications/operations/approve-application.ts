import { approveApplication as contract } from '@shared/contracts/applications-decision'
import { implementCommand } from '../../kernel/operation'
import { decideApplication } from '../decide-application'

/** 准予 */
export const approveApplication = implementCommand(contract, {
  handle: ({ input, ...context }) =>
    decideApplication(context, 'approve', { input, decision: { kind: 'approved' }, note: input.note }),
})
