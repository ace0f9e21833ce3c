import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Tick } from '../../../components/choices'
import { FileThumb } from '../../../components/file-thumb'
import { Tag } from '../../../components/tag'
import { ToolButton } from '../../../components/tool-button'
import { spoken } from '../../../platform/spoken'
import { acceptWords } from '../copy'
import './original-card.css'
import type { Original } from './originals'

/** One material on the table: its uploads beside the tick 与原件一致, and what to do where they differ. */
export function OriginalCard({
  applicationId,
  original,
  agrees,
  onTick,
  onOpen,
  onRefuse,
}: {
  readonly applicationId: string
  readonly original: Original
  readonly agrees: boolean
  readonly onTick: (agrees: boolean) => void
  readonly onOpen: (place: number) => void
  readonly onRefuse?: () => void
}) {
  const [isDiffering, setDiffering] = useState(false)
  const { material, files, isNeeded } = original
  const { code, name } = material
  return (
    <View id={`original-${code}`} className="original-card" {...spoken({ role: 'group', label: name })}>
      <View className="original-card__head">
        <Text className="original-card__name">{name}</Text>
        <Tag>{acceptWords.copies(material.originals, material.copies)}</Tag>
      </View>
      {!isNeeded && <Text className="original-card__soft">{acceptWords.optional}</Text>}
      <View className="original-card__body">
        <View className="original-card__files">
          {files.map((file, place) => (
            <FileThumb
              key={file.id}
              id={`thumb-${file.id}`}
              applicationId={applicationId}
              file={file}
              name={name}
              place={place + 1}
              of={files.length}
              onOpen={() => onOpen(place)}
            />
          ))}
          {files.length === 0 && <Text className="original-card__soft">{acceptWords.notUploaded}</Text>}
        </View>
        <View className="original-card__verdict">
          <Tick
            id={`agrees-${code}`}
            isTicked={agrees}
            label={acceptWords.agrees}
            onChange={(isTicked) => {
              setDiffering(false)
              onTick(isTicked)
            }}
          />
          <ToolButton
            id={`differs-${code}`}
            icon="warning"
            tone="red"
            words={acceptWords.differs}
            isOn={isDiffering}
            onTap={() => {
              onTick(false)
              setDiffering(!isDiffering)
            }}
          />
        </View>
      </View>
      {isDiffering && (
        <View className="original-card__advice" {...spoken({ role: 'status' })}>
          <Text className="original-card__question">{acceptWords.differsTitle(name)}</Text>
          {acceptWords.differsSteps.map((step, place) => (
            <Text key={step} className="original-card__step">{`${String(place + 1)}. ${step}`}</Text>
          ))}
          {onRefuse !== undefined && (
            <Button id={`refuse-${code}`} kind="danger" small onTap={onRefuse}>
              {acceptWords.refuse}
            </Button>
          )}
        </View>
      )}
    </View>
  )
}
