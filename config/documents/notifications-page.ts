import { consentMoments, type ConsentMoment } from '@shared/contracts/notifications'
import {
  applicationActions,
  applicationTransitions,
  type ApplicationMessage,
} from '@shared/domain/application-workflow'
import { appointmentActions, appointmentMessages, appointmentTransitions } from '@shared/domain/appointment-workflow'
import { homeVisitMessages, homeVisitTransitions } from '@shared/domain/home-visit-workflow'
import { fieldLimits } from '@shared/domain/message-fields'
import { messageTemplates } from '../centre/message-templates'
import { generatedNote, table } from './page'

/** What is tapped at each moment. */
const taps: Readonly<Record<ConsentMoment, string>> = {
  submit: applicationActions.submit.label,
  resubmit: applicationActions.resubmit.label,
  book: appointmentActions.book.label,
  courier: '选择快递送达',
  rate: '提交评价',
  complain: '提交投诉',
  decide: '关注办理结果',
  claim: applicationActions.claim.label,
}

/** When else a message goes out than at a step. */
const remarks: Partial<Readonly<Record<ApplicationMessage, string>>> = {
  expiring: '、草稿到期前提醒',
  'appointment-reminder': '预约前一个工作日17:00',
}

const keys = Object.keys(messageTemplates) as ApplicationMessage[]

/** docs/notifications.md: every template as it has to be registered in the account's console. */
export function notificationsPage(): string {
  return `# 订阅消息模板 (notifications)

${generatedNote('config/centre/message-templates.ts')}

在微信公众平台 → 功能 → 订阅消息中，为每一行选用或申请一个模板。字段的种类必须与下表一致，关键词的名称可以由审核方调整；字段的编号（如 \`thing1\`）以取得的模板为准，与下表不同时修改 \`config/centre/message-templates.ts\` 再部署。取得模板 ID 后写入云函数环境变量 \`MESSAGE_TEMPLATES\`:

\`\`\`
MESSAGE_TEMPLATES=${keys.map((key) => `${key}=模板ID`).join(',')}
\`\`\`

${keys.map(section).join('\n\n')}

## 何时请求授权

一次最多请求三个模板；已有授权余额的不再请求。

${table(
  ['点按', '请求的模板'],
  Object.entries(consentMoments).map(([moment, asked]) => [
    `\`${moment}\` ${taps[moment as ConsentMoment]}`,
    asked.map((key) => messageTemplates[key].title).join('、'),
  ]),
)}
`
}

function section(key: ApplicationMessage): string {
  const { title, longTerm, fields } = messageTemplates[key]
  const steps = [
    ...applicationTransitions.filter((row) => row.message === key || row.staffMessage === key),
    ...appointmentTransitions.filter(({ message }) => message !== undefined && appointmentMessages[message] === key),
    ...homeVisitTransitions.filter(({ message }) => message !== undefined && homeVisitMessages[message] === key),
  ].map(({ label }) => label)
  return `## ${title} \`${key}\`

- 类型：${longTerm ? '长期订阅' : '一次性订阅'}
- 收信人：${applicationTransitions.some(({ staffMessage }) => staffMessage === key) ? '本部门审核人员' : '申请人'}
- 何时：${[...new Set(steps)].join('、')}${remarks[key] ?? ''}

${table(
  ['字段', '种类', '关键词', '最长'],
  fields.map(({ key: field, kind, label }) => [
    `\`{{${field}.DATA}}\``,
    kind,
    label,
    `${String(fieldLimits[kind])} 字`,
  ]),
)}`
}
