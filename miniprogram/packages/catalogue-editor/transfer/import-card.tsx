import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { bytesInWords } from '@shared/domain/chosen-file'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { chooseTextFiles } from '../../../platform/choose-files'
import type { LocalFile } from '../../../platform/local-file'
import { copy } from '../copy'
import './import-card.css'
import { ImportResult } from './import-result'
import { useImport } from './use-import'

/** As many tables as there are. */
const mostFiles = 3

/** Files into drafts. */
export function ImportCard({ onTaken }: { readonly onTaken: () => void }) {
  const [files, setFiles] = useState<readonly LocalFile[]>([])
  const { state, run, reset } = useImport(onTaken)
  const [tooMany, setTooMany] = useState(false)
  const choose = async () => {
    // One more than is taken, so that too many can be said instead of left out in silence.
    const chosen = await chooseTextFiles(mostFiles + 1)
    if (chosen.length === 0) return
    setTooMany(chosen.length > mostFiles)
    setFiles(chosen.slice(0, mostFiles))
    reset()
  }
  const busy =
    state.kind === 'uploading'
      ? copy.transfer.uploading(state.percent)
      : state.kind === 'checking' && copy.transfer.checking
  return (
    <Card id="import" title={copy.transfer.import}>
      <Text className="import-card__words">{copy.transfer.importDetail}</Text>
      <Text className="import-card__words">{copy.transfer.tableHint}</Text>
      {tooMany && <Notice tone="amber">{copy.transfer.tooMany}</Notice>}
      {files.map(({ path, name, bytes }) => (
        <View key={path} className="import-card__file">
          <Text>{name}</Text>
          <Text className="import-card__size">{bytesInWords(bytes)}</Text>
        </View>
      ))}
      <View className="import-card__actions">
        <Button
          id="import-choose"
          kind={files.length === 0 ? 'primary' : 'secondary'}
          icon="file"
          disabled={busy !== false}
          onTap={() => void choose()}
        >
          {files.length === 0 ? copy.transfer.choose : copy.transfer.again}
        </Button>
        {files.length > 0 && (
          <Button
            id="import-go"
            busy={busy}
            onTap={() => {
              void run(files)
            }}
          >
            {copy.transfer.goImport}
          </Button>
        )}
      </View>
      {state.kind === 'failed' && <Notice tone="red">{state.sentence}</Notice>}
      {state.kind === 'done' && <ImportResult result={state.result} />}
    </Card>
  )
}
