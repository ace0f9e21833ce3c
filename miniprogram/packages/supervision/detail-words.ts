import { applicationStates, clockNames, suspensionReasons } from '@shared/domain/application-workflow'
import { defects } from '@shared/domain/correction-notice'
import { deliveryStates } from '@shared/domain/delivery-workflow'
import { channels } from '@shared/domain/item'
import { detailNames, detailWords } from './copy'

interface Detail {
  readonly name: string
  readonly value: string
}

const states: ReadonlyMap<string, string> = new Map<string, string>([
  ...Object.entries(applicationStates).map(([state, { label }]): [string, string] => [state, label]),
  ['draft', detailWords.draft],
  ...Object.entries(deliveryStates).map(([state, { label }]): [string, string] => [state, label]),
  ['none', detailWords.none],
])
/** Values that are words of the program's tables, by the detail they stand in. */
const valueNames: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map<string, ReadonlyMap<string, string>>([
  ['channel', new Map(Object.entries(channels))],
  ['clock', new Map(Object.entries(clockNames))],
  ['reason', new Map(Object.entries(suspensionReasons))],
  ['colour', new Map(Object.entries({ amber: detailWords.amber, red: detailWords.red }))],
])
const names: ReadonlyMap<string, string> = new Map(Object.entries(detailNames))

/** What else an entry of the chain says, a line each, in words where there are any: the rest stands as it was written. */
export function detailsInWords(details: readonly Detail[]): readonly string[] {
  const valueOf = (wanted: string) => details.find(({ name }) => name === wanted)?.value ?? ''
  const [from, to] = [states.get(valueOf('from')), states.get(valueOf('to'))]
  const isStep = from !== undefined && to !== undefined
  const others = isStep ? details.filter(({ name }) => name !== 'from' && name !== 'to') : details
  return [...(isStep ? [detailWords.states(from, to)] : []), ...others.map(lineOf)]
}

function lineOf({ name, value }: Detail): string {
  return `${names.get(name) ?? name}：${valueNames.get(name)?.get(value) ?? readable(value)}`
}

/** A list as one, an answer as a word; anything else as it is. */
function readable(value: string): string {
  if (value === 'true') return detailWords.yes
  if (value === 'false') return detailWords.no
  if (!value.startsWith('[')) return value
  try {
    return (JSON.parse(value) as readonly unknown[]).map(partInWords).join('、')
  } catch {
    // No list after all: somebody's own words that begin like one.
    return value
  }
}

/** A marked part with what is wrong with it, or a plain word. */
function partInWords(part: unknown): string {
  if (typeof part === 'string') return part
  const { code, defect } = (part ?? {}) as { readonly code?: unknown; readonly defect?: unknown }
  if (typeof code !== 'string') return JSON.stringify(part)
  const why = Object.entries(defects).find(([each]) => each === defect)?.[1]
  return why === undefined ? code : `${code}（${why}）`
}
