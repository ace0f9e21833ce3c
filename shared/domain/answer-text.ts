import { formatDate, isCivilDate } from './civil-time'
import type { FormField } from './item'

/** An answer as a person reads it: the words of a choice, a date in words, a number with its unit; '' for none. */
export function answerText(field: FormField, answer: string): string {
  if (answer === '') return ''
  switch (field.type) {
    case 'choice':
      return field.options.find(({ value }) => value === answer)?.label ?? answer
    case 'date':
      return isCivilDate(answer) ? formatDate(answer) : answer
    case 'number':
      return `${answer}${field.unit ?? ''}`
    default:
      return answer
  }
}
