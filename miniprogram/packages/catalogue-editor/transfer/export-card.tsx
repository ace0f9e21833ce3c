import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { exportItems, type EditableRow } from '@shared/contracts/catalogue-editing'
import type { OutputOf } from '@shared/contracts/contract'
import { formatTime } from '@shared/domain/civil-time'
import { mostImportedItems } from '@shared/domain/item-content'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Choices } from '../../../components/choices'
import { Field } from '../../../components/field'
import { Notice } from '../../../components/notice'
import { ToolButton } from '../../../components/tool-button'
import { useCommand } from '../../../cloud/use-command'
import { say } from '../../../platform/phone'
import { saveFile } from '../../../platform/save-file'
import { copy } from '../copy'
import { DepartmentFilter } from '../department-filter'
import './export-card.css'

/** Items into files, which stay for ten minutes. */
export function ExportCard({ items }: { readonly items: readonly EditableRow[] }) {
  const [format, setFormat] = useState<'csv' | 'json'>('csv')
  const [department, setDepartment] = useState<string>()
  const [made, setMade] = useState<OutputOf<typeof exportItems>>()
  const [problem, setProblem] = useState<string>()
  const exporting = useCommand(exportItems)
  const departments = [...new Set(items.map((item) => item.department))]
  const chosen = items.filter((item) => department === undefined || item.department === department)
  const write = async () => {
    setMade(undefined)
    const codes = chosen.map(({ code }) => code).slice(0, mostImportedItems)
    const reply = await exporting.run({ format, codes })
    if (reply === undefined) return
    setProblem(reply.ok ? undefined : reply.error.message)
    if (reply.ok) setMade(reply.data)
  }
  const save = async (url: string, name: string) => {
    if (!(await saveFile(url, name))) say(copy.transfer.notSaved)
  }
  return (
    <Card id="export" title={copy.transfer.export}>
      <Text className="export-card__words">{copy.transfer.exportDetail}</Text>
      <Field label={copy.transfer.format} required>
        <Choices
          id="export-format"
          options={[
            { value: 'csv', label: copy.transfer.csv, detail: copy.transfer.csvDetail },
            { value: 'json', label: copy.transfer.json, detail: copy.transfer.jsonDetail },
          ]}
          value={format}
          onChange={setFormat}
        />
      </Field>
      {departments.length > 1 && (
        <Field label={copy.transfer.which} required>
          <DepartmentFilter
            all={copy.transfer.all}
            departments={departments}
            chosen={department}
            onChoose={setDepartment}
          />
          <Text className="export-card__count">{copy.items.count(chosen.length)}</Text>
        </Field>
      )}
      {problem !== undefined && <Notice tone="red">{problem}</Notice>}
      <Button
        id="export-go"
        icon="download"
        disabled={chosen.length === 0}
        busy={exporting.isBusy && copy.transfer.exporting}
        onTap={() => void write()}
      >
        {copy.transfer.goExport}
      </Button>
      {made !== undefined && (
        <View className="export-card__made">
          <Notice tone="green">{copy.transfer.exported(formatTime(made.expiresAt))}</Notice>
          {made.files.map(({ name, url }, place) => (
            <View key={name} className="export-card__file">
              <Text>{name}</Text>
              <ToolButton
                id={`export-save-${String(place)}`}
                icon="download"
                words={copy.transfer.save}
                label={`${copy.transfer.save}${name}`}
                onTap={() => void save(url, name)}
              />
            </View>
          ))}
        </View>
      )}
    </Card>
  )
}
