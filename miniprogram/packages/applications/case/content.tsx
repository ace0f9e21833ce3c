import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { ApplicationView } from '@shared/contracts/applications'
import { answerText } from '@shared/domain/answer-text'
import { applicantFields } from '@shared/domain/applicant'
import { applicableFields, applicableMaterials, type FormField, type Item } from '@shared/domain/item'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { spoken } from '../../../platform/spoken'
import { Fact, Facts } from '../../../components/facts'
import { SentFile } from '../sent-file'
import './content.css'
import { copy } from './copy'
import { masked } from './masked-answer'

type Guide = Pick<Item, 'fields' | 'materials'>

/** Everything that was sent in, folded until it is asked for. */
export function Content({ view, guide }: { readonly view: ApplicationView; readonly guide: Guide }) {
  const [isOpen, setOpen] = useState(false)
  const { answers, materials } = view.content
  const files = Object.values(materials).flat().length
  return (
    <Card
      id="content"
      title={copy.content}
      aside={
        <Text className="content__none">{copy.contentCounts(applicableFields(guide, answers).length, files)}</Text>
      }
    >
      {isOpen && <Sent view={view} guide={guide} />}
      <Button id="content-open" kind="quiet" icon={isOpen ? 'up' : 'down'} onTap={() => setOpen(!isOpen)}>
        {isOpen ? copy.fold : copy.unfold}
      </Button>
    </Card>
  )
}

/** The details, answers and files; numbers of people masked until they are asked for. */
function Sent({ view, guide }: { readonly view: ApplicationView; readonly guide: Guide }) {
  const [areNumbersShown, showNumbers] = useState(false)
  const { applicant, answers, materials } = view.content
  const shown = (field: FormField, answer: string) =>
    answerText(field, areNumbersShown ? answer : masked(field, answer)) || copy.none
  const asked = applicableMaterials(guide, answers)
  const onPaper = (view.comparison?.onPaper ?? []).map(({ code }) => code)
  return (
    <View>
      <View className="content__head">
        <Heading>{copy.applicant}</Heading>
        {view.mine && (
          <Button id="show-numbers" kind="quiet" icon="eye" small onTap={() => showNumbers(!areNumbersShown)}>
            {areNumbersShown ? copy.hideNumbers : copy.showNumbers}
          </Button>
        )}
      </View>
      <Facts>
        {applicantFields.map((field) => (
          <Fact key={field.code} label={field.label}>
            {shown(field, applicant[field.code])}
          </Fact>
        ))}
      </Facts>
      <Heading>{copy.answers}</Heading>
      <Facts>
        {applicableFields(guide, answers).map((field) => (
          <Fact key={field.code} label={field.label}>
            {shown(field, answers[field.code] ?? '')}
          </Fact>
        ))}
      </Facts>
      {asked.length > 0 && <Heading>{copy.materials}</Heading>}
      {asked.map((material) => (
        <View key={material.code} className="content__material">
          <Text className="content__name">{material.name}</Text>
          {(materials[material.code] ?? []).map((file) => (
            <SentFile key={file.id} file={file} applicationId={view.id} />
          ))}
          {(materials[material.code] ?? []).length === 0 && (
            <Text className="content__none">{onPaper.includes(material.code) ? copy.onPaper : copy.noFiles}</Text>
          )}
        </View>
      ))}
    </View>
  )
}

function Heading({ children }: { readonly children: string }) {
  return (
    <View className="content__heading" {...spoken({ role: 'heading' })}>
      {children}
    </View>
  )
}
