import { messageTemplates } from '../centre/message-templates'
import { generatedNote, table } from './page'

/** A lifecycle that is one table of the domain, and the words around it. */
export interface Lifecycle {
  readonly title: string
  /** The file of shared/domain it comes from. */
  readonly source: string
  readonly states: Readonly<Record<string, { readonly label: string; readonly final: boolean }>>
  readonly actions: Readonly<Record<string, { readonly label: string }>>
  readonly actors: Readonly<Record<string, string>>
  readonly transitions: readonly Transition[]
  readonly clocks: Readonly<Record<string, { readonly name: string; readonly limit: string; readonly after: string }>>
  /** What is said of `guard`s, by name. */
  readonly guards: Readonly<Record<string, string>>
  readonly notes: readonly string[]
  /** The template of each message, where messages have names of their own. */
  readonly messages?: Readonly<Record<string, keyof typeof messageTemplates>>
}

interface Transition {
  readonly action: string
  readonly from: string
  readonly to: string
  readonly by: readonly string[]
  readonly guard?: string
  readonly stops?: readonly string[]
  readonly starts?: readonly string[]
  readonly message?: string
  readonly event: string
  readonly label: string
}

/** Where a transition begins that makes something new. */
const nothing = 'none'
const listed = (names: readonly string[]) => (names.length === 0 ? '—' : names.join('、'))

/** The page of a lifecycle: its table as a diagram and in words. */
export function lifecyclePage(lifecycle: Lifecycle): string {
  const { title, source, states, actions, transitions, clocks, guards, notes } = lifecycle
  const stateName = (state: string) => (state === nothing ? '（新）' : (states[state]?.label ?? state))
  const actionName = (action: string) => actions[action]?.label ?? action
  const clockNames = (names: readonly string[]) => listed(names.map((name) => clocks[name]?.name ?? name))
  return `# ${title}

${generatedNote(source)}

\`\`\`mermaid
stateDiagram-v2
  direction TB
${Object.entries(states)
  .map(([state, { label }]) => `  state "${label}" as ${state}`)
  .join('\n')}
${arrows(lifecycle).join('\n')}
${Object.entries(states)
  .filter(([, { final }]) => final)
  .map(([state]) => `  ${state} --> [*]`)
  .join('\n')}
\`\`\`

## 步骤

${table(
  ['从', '动作', '到', '谁', '条件', '停止计时', '开始计时', '告知群众', '时间线'],
  transitions.map((row) => [
    stateName(row.from),
    `${actionName(row.action)} \`${row.action}\``,
    stateName(row.to),
    actorNames(lifecycle, row),
    row.guard === undefined ? '—' : (guards[row.guard] ?? row.guard),
    clockNames(row.stops ?? []),
    clockNames(row.starts ?? []),
    messageName(lifecycle, row),
    `${row.label} \`${row.event}\``,
  ]),
)}

${deadlines(lifecycle)}${notes.join('\n\n')}
`
}

/** The table of the clocks, where there are any. */
function deadlines({ clocks }: Lifecycle): string {
  const rows = Object.values(clocks).map(({ name, limit, after }) => [name, limit, after])
  return rows.length === 0 ? '' : `## 期限\n\n${table(['期限', '工作日', '到期后'], rows)}\n\n`
}

function messageName({ messages }: Lifecycle, { message }: Transition): string {
  if (message === undefined) return '—'
  const template = messages?.[message] ?? message
  return template in messageTemplates ? messageTemplates[template as keyof typeof messageTemplates].title : message
}

function actorNames({ actors }: Lifecycle, { by }: Transition): string {
  return listed(by.map((actor) => actors[actor] ?? actor))
}

/** One arrow for all the ways between two states. */
function arrows(lifecycle: Lifecycle): readonly string[] {
  const labels = new Map<string, Set<string>>()
  for (const row of lifecycle.transitions) {
    const way = `  ${row.from === nothing ? '[*]' : row.from} --> ${row.to}`
    const label = `${lifecycle.actions[row.action]?.label ?? row.action}(${actorNames(lifecycle, row)})`
    labels.set(way, (labels.get(way) ?? new Set()).add(label))
  }
  return [...labels].map(([way, each]) => `${way}: ${[...each].join(' / ')}`)
}
