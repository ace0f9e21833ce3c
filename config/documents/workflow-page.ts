import {
  actorNames,
  applicationActions,
  applicationStates,
  applicationTransitions,
  claimLeaseMinutes,
  clockNames,
  draftLife,
  fixedClocks,
  timerActions,
  type ApplicationTransition,
} from '@shared/domain/application-workflow'
import { channels } from '@shared/domain/item'
import { messageTemplates } from '../centre/message-templates'
import { generatedNote, table } from './page'

const stateName = (state: ApplicationTransition['from']) =>
  state === 'draft' ? '草稿' : applicationStates[state].label
const listed = (names: readonly string[]) => (names.length === 0 ? '—' : names.join('、'))
const messageName = (key: ApplicationTransition['message']) => (key === undefined ? '—' : messageTemplates[key].title)

/** docs/workflows/application.md: the application's table as a diagram and in words. */
export function workflowPage(): string {
  return `# 申请流程 (application)

${generatedNote('shared/domain/application-workflow.ts')}

\`\`\`mermaid
stateDiagram-v2
  direction TB
${['draft' as const, ...applicationTransitions.map(({ to }) => to)]
  .filter((state, place, all) => all.indexOf(state) === place)
  .map((state) => `  state "${stateName(state)}" as ${state}`)
  .join('\n')}
  [*] --> draft
${arrows().join('\n')}
${Object.entries(applicationStates)
  .filter(([, { final }]) => final)
  .map(([state]) => `  ${state} --> [*]`)
  .join('\n')}
\`\`\`

## 步骤

${table(
  ['从', '动作', '到', '谁', '办理方式', '停止计时', '开始计时', '告知申请人', '告知审核人员', '时间线'],
  applicationTransitions.map((row) => [
    stateName(row.from),
    `${applicationActions[row.action].label} \`${row.action}\``,
    stateName(row.to),
    listed(row.by.map((actor) => actorNames[actor])),
    row.channels === undefined ? '全部' : row.channels.map((channel) => channels[channel]).join(' / '),
    listed(row.stops.map((clock) => clockNames[clock])),
    listed(row.starts.map((clock) => clockNames[clock])) +
      (row.countedFrom === undefined ? '' : `（自${clockNames[row.countedFrom]}起算之日）`),
    messageName(row.message),
    messageName(row.staffMessage),
    `${row.label} \`${row.event}\``,
  ]),
)}

## 期限

${table(
  ['期限', '工作日', '依据', '到期后'],
  Object.entries(clockNames).map(([clock, name]) => {
    const fixed = clock in fixedClocks ? fixedClocks[clock as keyof typeof fixedClocks] : undefined
    const action = clock in timerActions ? timerActions[clock as keyof typeof timerActions] : undefined
    return [
      name,
      fixed === undefined ? '按事项' : String(fixed.workingDays),
      fixed?.basis ?? '办事指南',
      action === undefined ? '标红' : applicationActions[action].label,
    ]
  }),
)}

当天不计入期限；期限届满日为当天二十四时。领取后${String(claimLeaseMinutes)}分钟内有效，到时其他审核人员即可领取。草稿自最后一次保存起保留${String(draftLife.days)}天，到期前${draftLife.warnDaysBefore.join('天和')}天各提醒一次。
`
}

/** One arrow for all the ways between two states. */
function arrows(): readonly string[] {
  const labels = new Map<string, Set<string>>()
  for (const { from, to, action, by } of applicationTransitions) {
    const way = `  ${from} --> ${to}`
    const label = `${applicationActions[action].label}(${by.map((actor) => actorNames[actor]).join('、')})`
    labels.set(way, (labels.get(way) ?? new Set()).add(label))
  }
  return [...labels].map(([way, each]) => `${way}: ${[...each].join(' / ')}`)
}
