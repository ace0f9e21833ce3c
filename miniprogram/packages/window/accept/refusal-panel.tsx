import { useState } from 'react'
import { View } from '@tarojs/components'
import { rejectApplication, type ApplicationView } from '@shared/contracts/applications'
import { useCommand } from '../../../cloud/use-command'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { hasReason, RefusalForm, refusalWords } from '../../../components/refusal-form'
import { useShortcuts } from '../../../platform/shortcuts'
import { acceptWords, words } from '../copy'
import './refusal-panel.css'

/** 不予受理 at the window, with the reason and the remedies. */
export function RefusalPanel({
  view,
  reason,
  onBack,
  onRefused,
  onMovedOn,
}: {
  readonly view: ApplicationView
  /** How the reason begins, from what was found to differ. */
  readonly reason: string
  readonly onBack: () => void
  readonly onRefused: () => void
  readonly onMovedOn: () => void
}) {
  const { isBusy, run } = useCommand(rejectApplication)
  const [refusal, setRefusal] = useState({ reason, rightAuthority: '' })
  const [isShort, setShort] = useState(false)
  const [problem, setProblem] = useState<string>()
  useShortcuts([{ key: 'Escape', run: onBack }])
  const submit = async () => {
    // What was put in for the member is not yet a reason.
    const isWritten = hasReason(refusal) && refusal.reason.trim() !== reason.trim()
    setShort(!isWritten)
    setProblem(undefined)
    if (!isWritten) return
    const reply = await run({ applicationId: view.id, version: view.version, ...refusalWords(refusal) })
    if (reply === undefined) return
    if (reply.ok) onRefused()
    else if (reply.error.code === 'VERSION_CHANGED' || reply.error.code === 'WRONG_STATE') onMovedOn()
    else setProblem(Object.values(reply.error.fields ?? {})[0] ?? reply.error.message)
  }
  return (
    <Card id="refusal" title={acceptWords.refuseTitle}>
      <Notice tone="amber">{acceptWords.refuseLead}</Notice>
      {problem !== undefined && <Notice tone="red">{problem}</Notice>}
      {isShort && hasReason(refusal) && <Notice tone="amber">{acceptWords.reasonUnfinished}</Notice>}
      <RefusalForm refusal={refusal} isShort={isShort} onChange={setRefusal} />
      <View className="refusal-panel__actions">
        <Button id="refusal-back" kind="secondary" disabled={isBusy} onTap={onBack}>
          {words.back}
        </Button>
        <Button
          id="confirm-reject"
          kind="danger"
          busy={isBusy ? acceptWords.refusing : false}
          onTap={() => void submit()}
        >
          {acceptWords.refuseConfirm}
        </Button>
      </View>
    </Card>
  )
}
