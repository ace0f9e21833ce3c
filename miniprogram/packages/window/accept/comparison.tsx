import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { type ApplicationView } from '@shared/contracts/applications'
import { acceptAtWindow } from '@shared/contracts/applications-window'
import type { Guide } from '@shared/contracts/catalogue'
import { applicationActions } from '@shared/domain/application-workflow'
import { useCommand } from '../../../cloud/use-command'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { FileThumb } from '../../../components/file-thumb'
import { Notice } from '../../../components/notice'
import { confirm } from '../../../platform/phone'
import { showTop } from '../../../platform/show-part'
import { acceptWords } from '../copy'
import { WindowBar } from '../window-bar'
import { ApplicantFacts } from './applicant-facts'
import { CaseHead } from './case-head'
import './comparison.css'
import { OriginalCard } from './original-card'
import { originalsOf, stillToCompare, type Shown } from './originals'
import { OriginalsViewer } from './originals-viewer'
import { RefusalPanel } from './refusal-panel'
import { useCompared } from './use-compared'

/** The server's ways of saying that the case is no longer what the member saw. */
const movedOnCodes: readonly string[] = ['VERSION_CHANGED', 'WRONG_STATE']

/** A case whose originals are on the table: one tick a material, then 受理. To be mounted anew for another version. */
export function Comparison({
  view,
  guide,
  place,
  onAccepted,
  onRefused,
  onMovedOn,
}: {
  readonly view: ApplicationView
  readonly guide: Guide
  readonly place: 'window' | 'home'
  readonly onAccepted: (view: ApplicationView) => void
  readonly onRefused: () => void
  readonly onMovedOn: () => void
}) {
  const { originals, others } = originalsOf(guide, view.content)
  const { compared, tick } = useCompared(view.id, view.version)
  const { isBusy, run } = useCommand(acceptAtWindow)
  const [shown, setShown] = useState<Shown>()
  const [refusing, setRefusing] = useState<{ readonly reason: string }>()
  const [problem, setProblem] = useState<string>()
  const left = stillToCompare(originals, compared)
  const needed = originals.filter(({ isNeeded }) => isNeeded)
  const canRefuse = view.actions.includes('reject')

  const accept = async () => {
    const isSure = await confirm({
      title: acceptWords.confirmTitle,
      content: acceptWords.confirmDetail(view.itemName),
      yes: acceptWords.confirmYes,
    })
    if (!isSure) return
    setProblem(undefined)
    const reply = await run({ applicationId: view.id, version: view.version, compared: [...compared], place })
    if (reply === undefined) return
    if (reply.ok) {
      showTop()
      onAccepted(reply.data)
    } else if (movedOnCodes.includes(reply.error.code)) onMovedOn()
    else setProblem(reply.error.message)
  }
  if (refusing !== undefined) {
    return (
      <RefusalPanel
        view={view}
        reason={refusing.reason}
        onBack={() => setRefusing(undefined)}
        onRefused={onRefused}
        onMovedOn={onMovedOn}
      />
    )
  }
  const viewed = [...originals, ...others]
  return (
    <View>
      <CaseHead view={view} />
      <ApplicantFacts view={view} guide={guide}>
        <Card id="originals" title={acceptWords.originals}>
          {originals.length === 0 ? (
            <Text>{acceptWords.nothing}</Text>
          ) : (
            <Text className="comparison__lead">{acceptWords.lead}</Text>
          )}
          {originals.map((original) => (
            <OriginalCard
              key={original.material.code}
              applicationId={view.id}
              original={original}
              agrees={compared.has(original.material.code)}
              onTick={(agrees) => tick(original.material.code, agrees)}
              onOpen={(at) => setShown({ code: original.material.code, place: at })}
              {...(canRefuse
                ? { onRefuse: () => setRefusing({ reason: acceptWords.differsReason(original.material.name) }) }
                : {})}
            />
          ))}
        </Card>
        {others.length > 0 && (
          <Card title={acceptWords.others}>
            {others.map(({ material, files }) => (
              <View key={material.code} className="comparison__other">
                <Text>{material.name}</Text>
                <View className="comparison__files">
                  {files.map((file, at) => (
                    <FileThumb
                      key={file.id}
                      id={`thumb-${file.id}`}
                      applicationId={view.id}
                      file={file}
                      name={material.name}
                      place={at + 1}
                      of={files.length}
                      onOpen={() => setShown({ code: material.code, place: at })}
                    />
                  ))}
                </View>
              </View>
            ))}
          </Card>
        )}
      </ApplicantFacts>
      <WindowBar>
        {problem !== undefined && <Notice tone="red">{problem}</Notice>}
        {left.length > 0 && (
          <Text id="still-to-compare" className="comparison__left">
            {acceptWords.left(left.map(({ material }) => material.name))}
          </Text>
        )}
        <View className="comparison__steps">
          {canRefuse && (
            <Button id="refuse" kind="danger" disabled={isBusy} onTap={() => setRefusing({ reason: '' })}>
              {applicationActions.reject.label}
            </Button>
          )}
          <Button
            id="accept"
            disabled={left.length > 0}
            {...(left.length > 0 ? {} : { icon: 'check' as const })}
            busy={isBusy ? acceptWords.accepting : false}
            onTap={() => void accept()}
          >
            {left.length > 0 ? acceptWords.done(needed.length - left.length, needed.length) : acceptWords.accept}
          </Button>
        </View>
      </WindowBar>
      {shown !== undefined && (
        <OriginalsViewer
          applicationId={view.id}
          materials={viewed}
          start={shown}
          compared={compared}
          onTick={tick}
          onClose={() => setShown(undefined)}
        />
      )}
    </View>
  )
}
