import type { FormField } from '@shared/domain/item'

type Option = Extract<FormField, { type: 'choice' }>['options'][number]

/**
 * The options after their labels were changed in one of the ways a list of texts changes: one word, one more at the end,
 * one taken out, or two exchanged. Each keeps its value, on which conditions and answers rest.
 */
export function withLabels(
  options: readonly Option[],
  labels: readonly string[],
  newOption: () => string,
): readonly Option[] {
  if (labels.length > options.length) {
    return [...options, ...labels.slice(options.length).map((label) => ({ value: newOption(), label }))]
  }
  const differing = options.findIndex(({ label }, place) => label !== labels[place])
  if (labels.length < options.length) return options.filter((_, place) => place !== differing)
  const [first, second] = [options[differing], options[differing + 1]]
  const isExchange =
    first !== undefined &&
    second !== undefined &&
    labels[differing] === second.label &&
    labels[differing + 1] === first.label
  if (isExchange) {
    return options.map((option, place) => (place === differing ? second : place === differing + 1 ? first : option))
  }
  return options.map((option, place) => ({ ...option, label: labels[place] ?? option.label }))
}
