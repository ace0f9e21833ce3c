import { Text, View } from '@tarojs/components'
import type { Guide } from '@shared/contracts/catalogue'
import { Card } from '../../../components/card'
import { Tick } from '../../../components/choices'
import { MaterialSample } from '../../../components/material-sample'
import { Notice } from '../../../components/notice'
import { Tag } from '../../../components/tag'
import { intakeWords } from '../copy'
import { askedMaterials, missingMaterials, type IntakeDraft } from './intake-draft'
import './materials-step.css'

/** The paper on the table: one tick for each material that is there and agrees with its original. */
export function MaterialsStep({
  guide,
  draft,
  onChange,
}: {
  readonly guide: Guide
  readonly draft: IntakeDraft
  readonly onChange: (draft: IntakeDraft) => void
}) {
  const asked = askedMaterials(guide, draft.answers)
  const isComplete = missingMaterials(guide, draft).length === 0
  const tick = (code: string, isThere: boolean) => {
    const others = draft.received.filter((each) => each !== code)
    onChange({ ...draft, received: isThere ? [...others, code] : others })
  }
  return (
    <Card id="paper" title={intakeWords.materialsTitle}>
      {asked.length === 0 ? (
        <Text>{intakeWords.noMaterials}</Text>
      ) : (
        <Text className="materials-step__lead">{intakeWords.materialsLead}</Text>
      )}
      {asked.map((material) => (
        <View key={material.code} className="materials-step__material">
          <View className="materials-step__head">
            <Text className="materials-step__name">{material.name}</Text>
            <Tag tone={material.required ? 'accent' : 'plain'}>
              {material.required ? intakeWords.required : intakeWords.optional}
            </Tag>
          </View>
          <MaterialSample material={material} />
          <Tick
            id={`received-${material.code}`}
            isTicked={draft.received.includes(material.code)}
            label={material.originals > 0 ? intakeWords.received : intakeWords.receivedPaper}
            onChange={(isThere) => tick(material.code, isThere)}
          />
        </View>
      ))}
      {!isComplete && <Notice>{intakeWords.missingTell}</Notice>}
    </Card>
  )
}
