import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { bytesInWords, kindsInWords } from '@shared/domain/chosen-file'
import { linkToFile } from '../../../../cloud/file-link'
import { Button } from '../../../../components/button'
import { FileRow } from '../../../../components/file-row'
import { FileThumbnail } from '../../../../components/file-thumbnail'
import { UploadRow } from '../../../../components/upload-row'
import { chooseDocuments, choosePhotos } from '../../../../platform/choose-files'
import type { LocalFile } from '../../../../platform/local-file'
import { openFile } from '../../../../platform/open-file'
import { say } from '../../../../platform/phone'
import { spoken } from '../../../../platform/spoken'
import { decisionWords as words } from '../../copy'
import { mostResultBytes, mostResults, resultKinds, type ResultFiles } from '../use-result-files'
import './result-list.css'

/** The files of the result: those there are, those on their way, and the ways to add one. */
export function ResultList({
  applicationId,
  results,
}: {
  readonly applicationId: string
  readonly results: ResultFiles
}) {
  const isEmpty = results.files.length === 0 && results.uploads.length === 0
  return (
    <View>
      <View {...spoken({ role: 'list', label: words.files })}>
        {isEmpty && <Text className="result-list__soft">{words.noFiles}</Text>}
        {results.files.map(({ file, isOut }) => (
          <ResultRow key={file.id} applicationId={applicationId} file={file} isOut={isOut} results={results} />
        ))}
        {results.uploads.map((upload) => (
          <UploadRow
            key={upload.key}
            id="upload-result"
            upload={upload}
            onRetry={() => results.retry(upload.key)}
            onRemove={() => results.cancel(upload.key)}
          />
        ))}
      </View>
      {results.room > 0 ? (
        <AddResult room={results.room} onChosen={results.add} />
      ) : (
        <Text className="result-list__soft">{words.filesFull(mostResults)}</Text>
      )}
      <Text className="result-list__limits">
        {words.filesHint(kindsInWords(resultKinds), bytesInWords(mostResultBytes), mostResults)}
      </Text>
    </View>
  )
}

function ResultRow({
  applicationId,
  file,
  isOut,
  results,
}: {
  readonly applicationId: string
  readonly file: ResultFiles['files'][number]['file']
  readonly isOut: boolean
  readonly results: ResultFiles
}) {
  const open = async () => {
    const link = await linkToFile(file.id, applicationId)
    if (link.ok) await openFile(link.url, link.kind).catch(() => say(words.notShown))
    else say(link.sentence)
  }
  return (
    <FileRow
      thumbnail={<FileThumbnail file={file} applicationId={applicationId} />}
      name={file.name}
      detail={isOut ? words.left : words.uploaded(bytesInWords(file.bytes))}
      actions={
        <>
          <Button
            id={`result-open-${file.id}`}
            kind="quiet"
            small
            label={words.viewLabel(file.name)}
            onTap={() => void open()}
          >
            {words.view}
          </Button>
          {isOut ? (
            <Button
              id={`result-restore-${file.id}`}
              kind="quiet"
              small
              disabled={results.room === 0}
              label={words.restoreLabel(file.name)}
              onTap={() => results.putBack(file.id)}
            >
              {words.restore}
            </Button>
          ) : (
            <Button
              id={`result-remove-${file.id}`}
              kind="quiet"
              small
              label={words.removeLabel(file.name)}
              onTap={() => results.takeOut(file.id)}
            >
              {words.remove}
            </Button>
          )}
        </>
      }
    />
  )
}

function AddResult({
  room,
  onChosen,
}: {
  readonly room: number
  readonly onChosen: (files: readonly LocalFile[]) => void
}) {
  const [isChoosing, setChoosing] = useState(false)
  const choose = async (from: () => Promise<readonly LocalFile[]>) => {
    setChoosing(true)
    try {
      onChosen((await from()).slice(0, room))
    } catch {
      // The device did not open its camera or files: mostly a permission that was not given.
      say(words.notOpened)
    } finally {
      setChoosing(false)
    }
  }
  const busy = isChoosing ? words.adding : false
  return (
    <View className="result-list__add">
      <Button
        id="result-add-file"
        kind="secondary"
        icon="file"
        small
        busy={busy}
        onTap={() => void choose(() => chooseDocuments(room))}
      >
        {words.addFile}
      </Button>
      <Button
        id="result-add-photo"
        kind="secondary"
        icon="camera"
        small
        busy={busy}
        onTap={() => void choose(() => choosePhotos('camera', room))}
      >
        {words.addPhoto}
      </Button>
    </View>
  )
}
