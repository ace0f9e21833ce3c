import {
  complaintActions,
  complaintActors,
  complaintClocks,
  complaintConfirmLimit,
  complaintExtension,
  complaintKinds,
  complaintReceiveLimit,
  complaintStates,
  complaintTransitions,
} from '@shared/domain/complaint-workflow'
import { lifecyclePage } from './lifecycle-page'

const answerLimits = Object.values(complaintKinds)
  .map(({ label, workingDays }) => `${label}${String(workingDays)}`)
  .join('、')

/** docs/workflows/complaint.md. */
export function complaintPage(): string {
  return lifecyclePage({
    title: '投诉建议流程 (complaint)',
    source: 'shared/domain/complaint-workflow.ts',
    states: complaintStates,
    actions: complaintActions,
    actors: complaintActors,
    transitions: complaintTransitions,
    clocks: {
      receive: {
        name: complaintClocks.receive.name,
        limit: String(complaintReceiveLimit),
        after: '提醒督查人员，标红',
      },
      answer: { name: complaintClocks.answer.name, limit: answerLimits, after: '提醒督查人员，标红' },
      confirm: {
        name: complaintClocks.confirm.name,
        limit: String(complaintConfirmLimit),
        after: complaintActions.lapse.label,
      },
    },
    guards: { 'not-extended': '没有延长过', 'not-reopened': '没有重办过' },
    notes: [
      `办理期限可以延长一次，延长${String(complaintExtension)}个工作日，原因告知群众。当天不计入期限。`,
      '被投诉的人看不到这件投诉，不论担任什么岗位；群众本人在工作人员一侧也没有任何操作。责任部门从转办起才看得到，看不到群众的姓名、电话和收件编号；群众同意公开的，看得到遮盖后的内容。',
    ],
  })
}
