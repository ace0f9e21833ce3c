import { Text, View } from '@tarojs/components'
import type { importItems } from '@shared/contracts/catalogue-editing'
import type { OutputOf } from '@shared/contracts/contract'
import { Notice } from '../../../components/notice'
import { Row } from '../../../components/row'
import { Tag } from '../../../components/tag'
import { openPage } from '../../../platform/open-page'
import { copy } from '../copy'
import './import-result.css'

/** Every problem of an import with its place, or the drafts it became. */
export function ImportResult({ result }: { readonly result: OutputOf<typeof importItems> }) {
  if (result.outcome === 'refused') {
    const { problems, total } = result
    return (
      <View id="import-refused">
        <Notice tone="red">{copy.transfer.refusedTitle(total)}</Notice>
        {total > problems.length && (
          <Text className="import-result__words">{copy.transfer.refusedMore(problems.length)}</Text>
        )}
        {problems.map(({ file, line, column, sentence }, place) => (
          <View key={place} className="import-result__problem">
            <Text className="import-result__place" userSelect>
              {copy.transfer.place(file, line, column)}
            </Text>
            <Text userSelect>{sentence}</Text>
          </View>
        ))}
      </View>
    )
  }
  const { drafts, unchanged } = result
  return (
    <View id="import-taken">
      <Notice tone="green">
        {drafts.length === 0 ? copy.transfer.takenNothing : copy.transfer.takenTitle(drafts.length)}
      </Notice>
      {drafts.length > 0 && unchanged > 0 && (
        <Text className="import-result__words">{copy.transfer.unchanged(unchanged)}</Text>
      )}
      {drafts.map(({ code, name, isNew }) => (
        <Row
          key={code}
          id={`imported-${code}`}
          title={name}
          {...(isNew ? { aside: <Tag tone="accent">{copy.transfer.isNew}</Tag> } : {})}
          onTap={() => openPage(`/packages/catalogue-editor/edit/index?code=${code}`)}
        />
      ))}
    </View>
  )
}
