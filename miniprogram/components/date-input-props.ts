export interface DateInputProps {
  readonly id: string
  readonly label: string
  /** YYYY-MM-DD, '' = none. */
  readonly value: string
  readonly earliest?: string
  readonly latest?: string
  readonly isWrong?: boolean
  readonly disabled?: boolean
  readonly onChange: (value: string) => void
}
