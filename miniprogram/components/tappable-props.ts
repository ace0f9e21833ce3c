import type { ReactNode } from 'react'

export interface TappableProps {
  /** Set where a test or a script has to find it. */
  readonly id?: string
  readonly className?: string
  readonly onTap: () => void
  readonly disabled?: boolean
  /** Said by a screen reader where the visible words are not enough. */
  readonly label?: string
  /** For one of several: whether it is the chosen one. */
  readonly pressed?: boolean
  /** For one of several answers inside a `radiogroup`: whether it is the chosen one. */
  readonly checked?: boolean
  /** WeChat's own abilities of a button. */
  readonly openType?: 'share' | 'contact'
  readonly children: ReactNode
}
