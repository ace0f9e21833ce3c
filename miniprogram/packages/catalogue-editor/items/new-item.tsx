import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { createItemDraft, type EditableRow } from '@shared/contracts/catalogue-editing'
import { longestTexts } from '@shared/domain/guide-lint'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Choices } from '../../../components/choices'
import { Field } from '../../../components/field'
import { Notice } from '../../../components/notice'
import { Row } from '../../../components/row'
import { TextInput } from '../../../components/text-input'
import { ToolButton } from '../../../components/tool-button'
import { useCommand } from '../../../cloud/use-command'
import { openPage } from '../../../platform/open-page'
import { copy } from '../copy'
import { DepartmentFilter } from '../department-filter'
import './new-item.css'

/** As many as fit while somebody types. */
const mostFound = 6

/** A new item: its name, its department, and what it begins from. */
export function NewItem({
  items,
  departments,
  onCancel,
}: {
  readonly items: readonly EditableRow[]
  readonly departments: readonly string[]
  readonly onCancel: () => void
}) {
  const [name, setName] = useState('')
  const [department, setDepartment] = useState(departments.length === 1 ? (departments[0] ?? '') : '')
  const [from, setFrom] = useState<'blank' | 'copy'>('blank')
  const [source, setSource] = useState<EditableRow>()
  const [problem, setProblem] = useState<string>()
  const creating = useCommand(createItemDraft)
  const isReady = name.trim() !== '' && department !== '' && (from === 'blank' || source !== undefined)
  const create = async () => {
    const copyOf = from === 'copy' && source !== undefined ? { copyOf: source.code } : {}
    const reply = await creating.run({ name, department, ...copyOf })
    if (reply === undefined) return
    if (!reply.ok) {
      setProblem(reply.error.message)
      return
    }
    onCancel()
    openPage(`/packages/catalogue-editor/edit/index?code=${reply.data.code}`)
  }
  return (
    <Card id="new-item" title={copy.create.title}>
      {problem !== undefined && <Notice tone="red">{problem}</Notice>}
      <Field label={copy.create.name} required hint={copy.create.nameHint}>
        <TextInput
          id="new-item-name"
          label={copy.create.name}
          value={name}
          maxLength={longestTexts.name}
          focus
          onChange={setName}
        />
      </Field>
      {departments.length > 1 && (
        <Field label={copy.create.department} required>
          <DepartmentFilter
            id="new-item-department"
            all={copy.create.chooseDepartment}
            departments={departments}
            chosen={department === '' ? undefined : department}
            onChoose={(chosen = '') => setDepartment(chosen)}
          />
        </Field>
      )}
      <Field label={copy.create.copyOf} required>
        <Choices
          id="new-item-from"
          options={[
            { value: 'blank', label: copy.create.blank, detail: copy.create.blankDetail },
            { value: 'copy', label: copy.create.copy, detail: copy.create.copyDetail },
          ]}
          value={from}
          onChange={setFrom}
        />
      </Field>
      {from === 'copy' && <SourceChoice items={items} source={source} onChoose={setSource} />}
      <View className="new-item__actions">
        <Button id="new-item-cancel" kind="quiet" onTap={onCancel}>
          {copy.create.cancel}
        </Button>
        <Button
          id="new-item-go"
          disabled={!isReady}
          busy={creating.isBusy && copy.create.going}
          onTap={() => void create()}
        >
          {copy.create.go}
        </Button>
      </View>
    </Card>
  )
}

/** Which item is copied: found by a part of its name. */
function SourceChoice({
  items,
  source,
  onChoose,
}: {
  readonly items: readonly EditableRow[]
  readonly source: EditableRow | undefined
  readonly onChoose: (item: EditableRow | undefined) => void
}) {
  const [words, setWords] = useState('')
  if (source !== undefined) {
    return (
      <View className="new-item__source">
        <Text>{copy.create.sourceChosen(source.name)}</Text>
        <ToolButton id="new-item-source-change" words={copy.create.change} onTap={() => onChoose(undefined)} />
      </View>
    )
  }
  const found = items.filter(({ name }) => name.includes(words.trim())).slice(0, mostFound)
  return (
    <Field label={copy.create.source} required>
      <TextInput
        id="new-item-source"
        label={copy.create.source}
        placeholder={copy.create.sourceSearch}
        kind="search"
        value={words}
        maxLength={30}
        onChange={setWords}
      />
      <View className="new-item__found">
        {found.map((item) => (
          <Row
            key={item.code}
            id={`new-item-source-${item.code}`}
            title={item.name}
            detail={item.department}
            onTap={() => onChoose(item)}
          />
        ))}
      </View>
    </Field>
  )
}
