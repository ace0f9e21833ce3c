import { applicantParts, type PartKind } from '@shared/domain/correction-notice'
import type { Item } from '@shared/domain/item'

/** What a part of an application is called; its code where the guide is not there yet. */
export function partLabel(
  guide: Pick<Item, 'fields' | 'materials'> | undefined,
  { part, code }: { readonly part: PartKind; readonly code: string },
): string {
  switch (part) {
    case 'applicant':
      return Object.entries(applicantParts).find(([key]) => key === code)?.[1] ?? code
    case 'field':
      return guide?.fields.find((field) => field.code === code)?.label ?? code
    case 'material':
      return guide?.materials.find((material) => material.code === code)?.name ?? code
  }
}
