import type { ApplicationMessage } from '@shared/domain/application-workflow'
import type { MessageTemplate } from '@shared/domain/message-template'

const item = { key: 'thing1', kind: 'thing', label: '办理事项' } as const
const receipt = { key: 'character_string2', kind: 'character_string', label: '收件编号' } as const
const state = { key: 'phrase3', kind: 'phrase', label: '当前状态' } as const
const time = { key: 'time4', kind: 'time', label: '时间' } as const
const advice = { key: 'thing5', kind: 'thing', label: '温馨提示' } as const
const fields = [item, receipt, state, time, advice]

/**
 * The subscribe messages to register in the account's console, all of the same five fields. The ids here are those of
 * the local cloud; a deployment sets its own in MESSAGE_TEMPLATES (`submitted=ID,passed=ID,…`).
 */
export const messageTemplates: Readonly<Record<ApplicationMessage, MessageTemplate>> = {
  submitted: { id: 'local-template-submitted-0000000000000000001', title: '收件通知', longTerm: false, fields },
  'correction-required': {
    id: 'local-template-correction-000000000000000002',
    title: '材料补正通知',
    longTerm: false,
    fields,
  },
  passed: { id: 'local-template-passed-0000000000000000000003', title: '预审结果通知', longTerm: false, fields },
  accepted: { id: 'local-template-accepted-00000000000000000004', title: '业务受理通知', longTerm: false, fields },
  rejected: { id: 'local-template-rejected-00000000000000000005', title: '不予受理通知', longTerm: false, fields },
  withdrawn: { id: 'local-template-withdrawn-0000000000000000006', title: '申请撤回通知', longTerm: false, fields },
  expiring: { id: 'local-template-expiring-00000000000000000007', title: '到期提醒', longTerm: false, fields },
  progress: { id: 'local-template-progress-00000000000000000009', title: '办理进度通知', longTerm: false, fields },
  decided: { id: 'local-template-decided-000000000000000000010', title: '办理结果通知', longTerm: false, fields },
  appointment: { id: 'local-template-appointment-00000000000000011', title: '预约通知', longTerm: false, fields },
  'appointment-reminder': {
    id: 'local-template-appointment-reminder-00000012',
    title: '预约提醒',
    longTerm: false,
    fields,
  },
  parcel: { id: 'local-template-parcel-000000000000000000000013', title: '快递送达通知', longTerm: false, fields },
  survey: { id: 'local-template-survey-000000000000000000000014', title: '服务评价提醒', longTerm: false, fields },
  rectification: {
    id: 'local-template-rectification-00000000000000015',
    title: '差评整改答复通知',
    longTerm: false,
    fields,
  },
  complaint: { id: 'local-template-complaint-000000000000000000016', title: '投诉处理通知', longTerm: false, fields },
  'case-arrived': { id: 'local-template-arrived-000000000000000000008', title: '待办提醒', longTerm: false, fields },
}
