import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { getApplication, type ApplicationView } from '@shared/contracts/applications'
import { deliverResult } from '@shared/contracts/applications-decision'
import { applicationStates } from '@shared/domain/application-workflow'
import { formatDateTime } from '@shared/domain/civil-time'
import { useCommand } from '../../../cloud/use-command'
import { useQuery } from '../../../cloud/use-query'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Fact, Facts } from '../../../components/facts'
import { Field } from '../../../components/field'
import { FileThumb } from '../../../components/file-thumb'
import { Notice } from '../../../components/notice'
import { TextInput } from '../../../components/text-input'
import { ToolButton } from '../../../components/tool-button'
import { Problem, Skeleton } from '../../../components/waiting'
import { linkToFile } from '../../../cloud/file-link'
import { openFile } from '../../../platform/open-file'
import { say } from '../../../platform/phone'
import { CaseHead } from '../accept/case-head'
import { resultWords } from '../copy'
import './hand-over.css'

const shortestName = 2

/** One decided case: what was decided, and its hand-over to the applicant or somebody named. */
export function HandOver({
  applicationId,
  onDelivered,
}: {
  readonly applicationId: string
  readonly onDelivered: () => void
}) {
  const { data: view, problem, reload, replace } = useQuery(getApplication, { applicationId })
  if (view === undefined) {
    return problem === undefined ? <Skeleton /> : <Problem problem={problem} onRetry={() => void reload()} />
  }
  return (
    <>
      <CaseHead view={view} />
      {problem !== undefined && <Notice tone="amber">{problem.message}</Notice>}
      {view.decision === undefined ? (
        <Notice tone="amber">{resultWords.notNow(applicationStates[view.state].label)}</Notice>
      ) : (
        <Decision view={view} decision={view.decision} />
      )}
      {!view.mine && view.actions.includes('deliver') && (
        <Delivery
          key={view.version}
          view={view}
          onDelivered={(next) => {
            replace(next)
            onDelivered()
          }}
          onMovedOn={() => void reload()}
        />
      )}
    </>
  )
}

/** What was decided, under which number, and how it was handed over if it was. */
function Decision({
  view,
  decision,
}: {
  readonly view: ApplicationView
  readonly decision: NonNullable<ApplicationView['decision']>
}) {
  const { delivery } = decision
  const open = async (fileId: string) => {
    const link = await linkToFile(fileId, view.id)
    if (link.ok) await openFile(link.url, link.kind)
    else say(link.sentence)
  }
  return (
    <Card id="decision" title={resultWords.decision}>
      {delivery !== undefined && (
        <Notice id="delivered" tone="green">
          {delivery.recipient === undefined
            ? resultWords.electronic
            : `${resultWords.deliveredBefore(delivery.recipient, formatDateTime(delivery.at))}${resultWords.closing}`}
        </Notice>
      )}
      <Facts>
        <Fact label={resultWords.decision}>{applicationStates[decision.kind].label}</Fact>
        <Fact label={resultWords.number}>{decision.documentNumber}</Fact>
        <Fact label={resultWords.decidedAt}>{formatDateTime(decision.decidedAt)}</Fact>
        {decision.reason !== undefined && <Fact label={resultWords.reason}>{decision.reason}</Fact>}
        {decision.remedies !== undefined && <Fact label={resultWords.remedies}>{decision.remedies}</Fact>}
      </Facts>
      {decision.files.length > 0 && (
        <View className="hand-over__files">
          <Text className="hand-over__soft">{resultWords.files}</Text>
          <View className="hand-over__thumbs">
            {decision.files.map((file, place) => (
              <FileThumb
                key={file.id}
                id={`result-file-${file.id}`}
                applicationId={view.id}
                file={file}
                name={file.name}
                place={place + 1}
                of={decision.files.length}
                onOpen={() => void open(file.id)}
              />
            ))}
          </View>
        </View>
      )}
    </Card>
  )
}

/** Who takes it: the applicant, or somebody with their authority. */
function Delivery({
  view,
  onDelivered,
  onMovedOn,
}: {
  readonly view: ApplicationView
  readonly onDelivered: (view: ApplicationView) => void
  readonly onMovedOn: () => void
}) {
  const { isBusy, run } = useCommand(deliverResult)
  const [typed, setTyped] = useState('')
  const [isChecked, setChecked] = useState(false)
  const [problem, setProblem] = useState<string>()
  const recipient = typed.trim()
  const isShort = recipient.length < shortestName
  const submit = async () => {
    setChecked(true)
    setProblem(undefined)
    if (isShort) return
    const reply = await run({ applicationId: view.id, version: view.version, recipient })
    if (reply === undefined) return
    if (reply.ok) {
      onDelivered(reply.data)
      return
    }
    setProblem(Object.values(reply.error.fields ?? {})[0] ?? reply.error.message)
    if (reply.error.code === 'VERSION_CHANGED' || reply.error.code === 'WRONG_STATE') onMovedOn()
  }
  return (
    <Card id="delivery" title={resultWords.title}>
      {problem !== undefined && <Notice tone="amber">{problem}</Notice>}
      <Field
        label={resultWords.recipient}
        required
        hint={resultWords.recipientHint}
        problem={isChecked && isShort ? resultWords.recipientMissing : undefined}
      >
        <ToolButton
          id="recipient-applicant"
          icon="user"
          words={resultWords.isApplicant}
          onTap={() => setTyped(view.content.applicant.name)}
        />
        <TextInput
          id="recipient"
          label={resultWords.recipient}
          value={typed}
          maxLength={30}
          isWrong={isChecked && isShort}
          onChange={setTyped}
          onConfirm={() => void submit()}
        />
      </Field>
      <Button id="deliver" icon="check" busy={isBusy ? resultWords.delivering : false} onTap={() => void submit()}>
        {resultWords.deliver}
      </Button>
    </Card>
  )
}
