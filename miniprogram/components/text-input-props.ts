export interface TextInputProps {
  readonly id: string
  /** Said by a screen reader; the visible words stand above. */
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onFocus?: () => void
  readonly onBlur?: () => void
  /** What the person confirms with the keyboard's own key. */
  readonly onConfirm?: () => void
  readonly placeholder?: string
  readonly kind?: 'text' | 'number' | 'decimal' | 'identity-number' | 'phone' | 'search'
  readonly multiline?: boolean
  readonly maxLength: number
  readonly isWrong?: boolean
  readonly disabled?: boolean
  /** Whether it takes the keyboard; each time it becomes true. */
  readonly focus?: boolean
}
