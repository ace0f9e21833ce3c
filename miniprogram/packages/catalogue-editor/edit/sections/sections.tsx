import type { ComponentType } from 'react'
import type { ItemPart } from '@shared/domain/item-changes'
import { copy } from '../../copy'
import type { SectionProps } from '../parts/section-props'
import { BasicsSection } from './basics-section'
import { FieldsSection } from './fields-section'
import { MaterialsSection } from './materials-section'
import { ConditionsSection, ContactSection, LegalSection, ResultSection, StepsSection } from './other-sections'
import { WaySection } from './way-section'

export type Section = keyof typeof copy.edit.sections

/** The sections of the form in their order, each with the parts it edits. */
export const sections = {
  basics: {
    form: BasicsSection,
    parts: ['name', 'department', 'area', 'window', 'audience', 'lifeEvents', 'kind', 'handling', 'keywords'],
  },
  way: {
    form: WaySection,
    parts: ['channels', 'visits', 'committed', 'statutory', 'pledge', 'homeVisit', 'otherCarriersAllowed'],
  },
  conditions: { form: ConditionsSection, parts: ['conditions'] },
  materials: { form: MaterialsSection, parts: ['materials'] },
  form: { form: FieldsSection, parts: ['fields'] },
  steps: { form: StepsSection, parts: ['steps'] },
  result: { form: ResultSection, parts: ['fee', 'result'] },
  legal: { form: LegalSection, parts: ['legalBasis'] },
  contact: { form: ContactSection, parts: ['place', 'officeHours', 'consultPhone', 'complaintPhone'] },
} as const satisfies Record<
  Section,
  { readonly form: ComponentType<SectionProps>; readonly parts: readonly ItemPart[] }
>

export const sectionNames = Object.keys(sections) as readonly Section[]

/** The section in which a part is edited. */
export function sectionOf(part: ItemPart): Section {
  return sectionNames.find((name) => (sections[name].parts as readonly ItemPart[]).includes(part)) ?? 'basics'
}
