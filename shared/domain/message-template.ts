import { fitField, type FieldKind } from './message-fields'

/** A subscribe message of WeChat 订阅消息, as registered in the account's console. */
export interface MessageTemplate {
  readonly title: string
  /** Long-term templates (WeChat opens them to 政务民生) need no grant per send. */
  readonly longTerm: boolean
  /** The template id the account was given; a deployment sets its own in MESSAGE_TEMPLATES. */
  readonly id: string
  readonly fields: readonly { readonly key: string; readonly kind: FieldKind; readonly label: string }[]
}

/** A message's texts in the order of the template's fields, cut to what WeChat takes. */
export function fillTemplate(
  template: MessageTemplate,
  texts: readonly string[],
): {
  readonly data: Readonly<Record<string, string>>
  readonly lines: readonly { readonly label: string; readonly text: string }[]
} {
  const data: Record<string, string> = {}
  const lines = template.fields.map((field, place) => {
    const full = texts[place] ?? ''
    data[field.key] = fitField(field.kind, full)
    return { label: field.label, text: full }
  })
  return { data, lines }
}
