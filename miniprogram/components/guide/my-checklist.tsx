import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { Guide } from '@shared/contracts/catalogue'
import { bytesInWords, kindsInWords } from '@shared/domain/chosen-file'
import type { FormAnswers, Material } from '@shared/domain/item'
import { materialNeed, situationQuestions, type MaterialNeed } from '@shared/domain/situation'
import { Button } from '../button'
import { Card } from '../card'
import { Chip } from '../chip'
import { MaterialSample } from '../material-sample'
import { Tag } from '../tag'
import { spoken } from '../../platform/spoken'
import { copy } from './copy'
import './my-checklist.css'
import { sectionId } from './section-bar'

/** 情形引导: a few questions, and only the materials that this person needs. */
export function MyChecklist({
  guide,
  answers,
  onAnswer,
  onReset,
}: {
  readonly guide: Guide
  readonly answers: FormAnswers
  readonly onAnswer: (code: string, value: string) => void
  readonly onReset: () => void
}) {
  const judged = guide.materials.map((material) => ({ material, need: materialNeed(guide, material, answers) }))
  const asked = judged.filter(({ need }) => need !== 'not-needed')
  const spared = judged.filter(({ need }) => need === 'not-needed')
  const isCertain = asked.every(({ need }) => need === 'needed')
  const questions = situationQuestions(guide, answers)
  return (
    <Card
      id={sectionId('materials')}
      title={copy.checklist.title}
      aside={<Tag tone="accent">{copy.checklist.count(asked.length, isCertain)}</Tag>}
    >
      {questions.length > 0 && (
        <View className="my-checklist__questions">
          <Text className="my-checklist__ask">{copy.checklist.ask}</Text>
          {questions.map((question) => (
            <View
              key={question.code}
              className="my-checklist__question"
              {...spoken({ role: 'group', label: question.label })}
            >
              <Text className="my-checklist__label">{question.label}</Text>
              <View className="my-checklist__answers">
                {question.options.map(({ value, label }) => (
                  <Chip
                    key={value}
                    id={`situation-${question.code}-${value}`}
                    isOn={answers[question.code] === value}
                    onTap={() => onAnswer(question.code, value)}
                  >
                    {label}
                  </Chip>
                ))}
              </View>
            </View>
          ))}
          {Object.keys(answers).length > 0 && (
            <Button id="situation-reset" kind="quiet" small icon="undo" onTap={onReset}>
              {copy.checklist.again}
            </Button>
          )}
        </View>
      )}
      {asked.length === 0 && <Text>{copy.checklist.nothing}</Text>}
      <View {...spoken({ role: 'list' })}>
        {asked.map(({ material, need }, place) => (
          <ListedMaterial key={material.code} number={place + 1} material={material} need={need} />
        ))}
      </View>
      {spared.length > 0 && (
        <Text className="my-checklist__spared">
          {copy.checklist.notNeeded(spared.map(({ material }) => material.name).join('、'))}
        </Text>
      )}
    </Card>
  )
}

function ListedMaterial({
  number,
  material,
  need,
}: {
  readonly number: number
  readonly material: Material
  readonly need: MaterialNeed
}) {
  const [isOpen, setOpen] = useState(false)
  const copies = copy.checklist.copies(material.originals, material.copies)
  return (
    <View className="my-checklist__material" {...spoken({ role: 'listitem' })}>
      <View className="my-checklist__head">
        <Text className="my-checklist__number">{number}</Text>
        <View className="my-checklist__words">
          <Text className="my-checklist__name">{material.name}</Text>
          {material.whenText !== undefined && (
            <Text className="my-checklist__detail">{copy.checklist.when(material.whenText)}</Text>
          )}
          {!isOpen && copies !== '' && <Text className="my-checklist__detail">{copies}</Text>}
        </View>
        <NeedTag need={need} isRequired={material.required} />
      </View>
      {isOpen && (
        <View className="my-checklist__more">
          <MaterialSample material={material} />
          <Text className="my-checklist__detail">
            {copy.checklist.online(
              kindsInWords(material.accepts),
              bytesInWords(material.maxMegabytes * 1024 * 1024),
              material.maxFiles,
            )}
          </Text>
        </View>
      )}
      <View className="my-checklist__toggle">
        <Button
          id={`material-more-${material.code}`}
          kind="quiet"
          small
          icon={isOpen ? 'up' : 'down'}
          label={`${material.name}：${isOpen ? copy.checklist.hide : copy.checklist.show}`}
          onTap={() => setOpen(!isOpen)}
        >
          {isOpen ? copy.checklist.hide : copy.checklist.show}
        </Button>
      </View>
    </View>
  )
}

function NeedTag({ need, isRequired }: { readonly need: MaterialNeed; readonly isRequired: boolean }) {
  if (need === 'depends') return <Tag tone="amber">{copy.checklist.depends}</Tag>
  return isRequired ? <Tag tone="accent">{copy.checklist.required}</Tag> : <Tag>{copy.checklist.optional}</Tag>
}
