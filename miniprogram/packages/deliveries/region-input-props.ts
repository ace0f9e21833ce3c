import type { Region } from './regions'

export interface RegionInputProps {
  readonly id: string
  /** Said by a screen reader. */
  readonly label: string
  readonly value: Region
  readonly isWrong: boolean
  readonly onChange: (value: Region) => void
}
