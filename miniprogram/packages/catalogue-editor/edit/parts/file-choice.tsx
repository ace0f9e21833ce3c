import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { linkToSample } from '../../../../cloud/file-link'
import { Field } from '../../../../components/field'
import { ToolButton } from '../../../../components/tool-button'
import { openFile } from '../../../../platform/open-file'
import { say } from '../../../../platform/phone'
import { copy } from '../../copy'
import { ChipChoice } from './chip-choice'
import './file-choice.css'

/** One of the centre's published samples or blank forms, or none. */
export function FileChoice({
  id,
  label,
  path,
  files,
  onChange,
}: {
  readonly id: string
  readonly label: string
  readonly path: string | undefined
  readonly files: readonly string[]
  readonly onChange: (path: string | undefined) => void
}) {
  const [isOpen, setOpen] = useState(false)
  const table: Readonly<Record<string, string>> = {
    [none]: copy.parts.noFile,
    ...Object.fromEntries(files.map((each) => [each, nameOf(each)])),
  }
  const look = async (wanted: string) => {
    const link = await linkToSample(wanted)
    if (link.ok) void openFile(link.url, link.kind)
    else say(link.sentence)
  }
  return (
    <Field label={label} required={false}>
      <View className="file-choice__chosen">
        {path === undefined ? (
          <Text className="file-choice__none">{copy.parts.noFile}</Text>
        ) : (
          <ToolButton id={`${id}-look`} icon="eye" words={nameOf(path)} onTap={() => void look(path)} />
        )}
        <ToolButton
          id={`${id}-change`}
          words={isOpen ? copy.edit.closeSection : copy.parts.chooseFile}
          isOn={isOpen}
          onTap={() => setOpen(!isOpen)}
        />
      </View>
      {isOpen && (
        <ChipChoice
          id={id}
          table={table}
          chosen={[path ?? none]}
          onChange={(chosen) => {
            onChange(chosen === none ? undefined : chosen)
            setOpen(false)
          }}
        />
      )}
    </Field>
  )
}

const none = ''
const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
