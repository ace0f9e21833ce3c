import { Text, View } from '@tarojs/components'
import type { DraftView } from '@shared/contracts/applications'
import { partKey } from '@shared/domain/correction-notice'
import type { Material } from '@shared/domain/item'
import type { Uploads } from '../../../cloud/use-uploads'
import { Card } from '../../../components/card'
import { Icon } from '../../../components/icon'
import { MaterialFiles } from '../../../components/material-files'
import { Notice } from '../../../components/notice'
import { Tag } from '../../../components/tag'
import { Tappable } from '../../../components/tappable'
import { Empty } from '../../../components/waiting'
import { spoken } from '../../../platform/spoken'
import { elementOfPart } from './check-draft'
import { copy } from './copy'
import './materials-step.css'

/** The materials that apply: what is done, what is missing, and each with its files. */
export function MaterialsStep({
  asked,
  materials,
  uploads,
  changedParts,
  problemAt,
  onRemoved,
  onJump,
}: {
  readonly asked: readonly Material[]
  readonly materials: DraftView['materials']
  readonly uploads: Uploads
  readonly changedParts: readonly string[]
  readonly problemAt: (key: string) => string | undefined
  readonly onRemoved: (material: string, fileId: string) => void
  readonly onJump: (key: string) => void
}) {
  if (asked.length === 0) return <Empty icon="check-circle" title={copy.noMaterials} />
  return (
    <View>
      <Checklist asked={asked} materials={materials} onJump={onJump} />
      {asked.map((material) => {
        const key = partKey({ part: 'material', code: material.code })
        return (
          <Card
            key={material.code}
            id={elementOfPart(key)}
            title={material.name}
            aside={
              <Tag tone={material.required ? 'accent' : 'plain'}>
                {material.required ? copy.required : copy.optional}
              </Tag>
            }
          >
            {material.whenText !== undefined && (
              <Text className="materials-step__when">{copy.onlyIf(material.whenText)}</Text>
            )}
            {changedParts.includes(key) && <Notice tone="amber">{copy.changedNote}</Notice>}
            <MaterialFiles
              material={material}
              files={materials[material.code] ?? []}
              uploads={uploads}
              problem={problemAt(key)}
              onRemoved={(fileId) => onRemoved(material.code, fileId)}
            />
          </Card>
        )
      })}
    </View>
  )
}

function Checklist({
  asked,
  materials,
  onJump,
}: {
  readonly asked: readonly Material[]
  readonly materials: DraftView['materials']
  readonly onJump: (key: string) => void
}) {
  const required = asked.filter((material) => material.required)
  const missing = required.filter(({ code }) => (materials[code] ?? []).length === 0)
  const done = required.length - missing.length
  const words = required.length === 0 ? copy.materialsAllOptional : copy.materialsDone(done, required.length)
  return (
    <Card id="materials-checklist" title={copy.materialsTitle}>
      <Text>{words}</Text>
      {required.length > 0 && (
        <View className="materials-step__track" {...spoken({ role: 'progressbar', label: words })}>
          <View className="materials-step__way" style={{ width: `${Math.round((done / required.length) * 100)}%` }} />
        </View>
      )}
      {missing.length > 0 && <Text className="materials-step__hint">{copy.materialsMissing}</Text>}
      {missing.map(({ code, name }) => (
        <Tappable
          key={code}
          id={`missing-${code}`}
          className="materials-step__missing"
          onTap={() => onJump(partKey({ part: 'material', code }))}
        >
          <View className="materials-step__line">
            <Text className="materials-step__name">{name}</Text>
            <Icon name="down" size="s" />
          </View>
        </Tappable>
      ))}
      {required.length > 0 && missing.length === 0 && (
        <Text className="materials-step__complete">{copy.materialsComplete}</Text>
      )}
      <Text className="materials-step__hint">{copy.filesKept}</Text>
    </Card>
  )
}
