import { applicationStates } from '@shared/domain/application-workflow'
import { channels } from '@shared/domain/item'
import { detailNames, draftState } from './copy'

const states = new Map<string, string>([
  ...Object.entries(applicationStates).map(([state, { label }]): [string, string] => [state, label]),
  ...Object.entries(draftState),
])
const valueNames: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  from: states,
  to: states,
  channel: new Map(Object.entries(channels)),
}

/** One more thing an entry of the chain says, in words where there are any: what nobody named stands as it was written. */
export function detailInWords({ name, value }: { readonly name: string; readonly value: string }): string {
  return `${detailNames[name] ?? name}:${valueNames[name]?.get(value) ?? value}`
}
