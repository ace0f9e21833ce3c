import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { itemParts } from '@shared/domain/item-changes'
import { audiences, handlingClasses, itemKinds, lifeEvents, serviceAreas, type ServiceArea } from '@shared/domain/item'
import { Field } from '../../../../components/field'
import { ToolButton } from '../../../../components/tool-button'
import { copy } from '../../copy'
import { ChipChoice, switched } from '../parts/chip-choice'
import { flawsIn, partId, type SectionProps } from '../parts/section-props'
import { TextList } from '../parts/text-list'
import { TextPart } from '../parts/text-part'
import './basics-section.css'

const areas = Object.fromEntries(
  Object.entries(serviceAreas).map(([area, name]) => [area, `${area} ${name}`]),
) as Readonly<Record<ServiceArea, string>>

/** What the item is called, whose it is, and how it is found. */
export function BasicsSection(props: SectionProps) {
  const { content, set, flaws } = props
  return (
    <>
      <TextPart {...props} part="name" hint={copy.create.nameHint} />
      <Field id={partId('department')} label={itemParts.department} required problem={flawsIn(flaws, 'department')}>
        <DepartmentChoice {...props} />
      </Field>
      <Field id={partId('area')} label={itemParts.area} required problem={flawsIn(flaws, 'area')}>
        <ChipChoice id="item-area" table={areas} chosen={[content.area]} onChange={(area) => set('area', area)} />
      </Field>
      <TextPart {...props} part="window" />
      <Field id={partId('audience')} label={itemParts.audience} required problem={flawsIn(flaws, 'audience')}>
        <ChipChoice
          id="item-audience"
          table={audiences}
          chosen={content.audience}
          onChange={(key) => set('audience', switched(audiences, content.audience, key))}
        />
      </Field>
      <Field id={partId('lifeEvents')} label={itemParts.lifeEvents} required problem={flawsIn(flaws, 'lifeEvents')}>
        <ChipChoice
          id="item-lifeEvents"
          table={lifeEvents}
          chosen={content.lifeEvents}
          onChange={(key) => set('lifeEvents', switched(lifeEvents, content.lifeEvents, key))}
        />
      </Field>
      <Field id={partId('kind')} label={itemParts.kind} required problem={flawsIn(flaws, 'kind')}>
        <ChipChoice id="item-kind" table={itemKinds} chosen={[content.kind]} onChange={(kind) => set('kind', kind)} />
      </Field>
      <Field id={partId('handling')} label={itemParts.handling} required problem={flawsIn(flaws, 'handling')}>
        <ChipChoice
          id="item-handling"
          table={handlingClasses}
          chosen={[content.handling]}
          onChange={(handling) => set('handling', handling)}
        />
      </Field>
      <ListField {...props} part="keywords" hint={copy.parts.keywordsHint} />
    </>
  )
}

/** A part that is a list of texts, with what is wrong with each. */
export function ListField({
  part,
  hint,
  multiline = false,
  content,
  set,
  flaws,
}: SectionProps & {
  readonly part: 'keywords' | 'conditions' | 'legalBasis'
  readonly hint?: string
  readonly multiline?: boolean
}) {
  const problems = flaws
    .filter((flaw) => flaw.part === part)
    .map(({ at, sentence }) => (at === undefined ? sentence : `${copy.parts.entry(at + 1)}：${sentence}`))
  return (
    <Field
      id={partId(part)}
      label={itemParts[part]}
      required
      hint={hint}
      problem={problems.length === 0 ? undefined : problems.join('；')}
    >
      <TextList
        id={`item-${part}`}
        label={itemParts[part]}
        texts={content[part]}
        multiline={multiline}
        onChange={(texts) => set(part, texts)}
      />
    </Field>
  )
}

/** The department; changed rarely, so the others show on demand. */
function DepartmentChoice({ content, set, departments }: SectionProps) {
  const [isOpen, setOpen] = useState(false)
  const names = Object.fromEntries(departments.map((name) => [name, name]))
  return (
    <View>
      <View className="basics-section__department">
        <Text>{content.department}</Text>
        {departments.length > 1 && (
          <ToolButton
            id="item-department-change"
            words={isOpen ? copy.edit.closeSection : copy.parts.change}
            isOn={isOpen}
            onTap={() => setOpen(!isOpen)}
          />
        )}
      </View>
      {isOpen && (
        <ChipChoice
          id="item-department"
          table={names}
          chosen={[content.department]}
          onChange={(name) => {
            set('department', name)
            setOpen(false)
          }}
        />
      )}
    </View>
  )
}
