import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { countHeldCases, handOver } from '@shared/contracts/applications-decision'
import { getMember } from '@shared/contracts/staff'
import { useCommand } from '../../../cloud/use-command'
import { useQuery } from '../../../cloud/use-query'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Chip } from '../../../components/chip'
import { Field } from '../../../components/field'
import { Notice } from '../../../components/notice'
import { TextInput } from '../../../components/text-input'
import { ToolButton } from '../../../components/tool-button'
import { confirm } from '../../../platform/phone'
import { showTop } from '../../../platform/show-part'
import { handOverWords as words } from '../copy'
import { ColleagueChoice, ColleagueLine } from './colleague-choice'
import { canTakeFrom, type Colleague } from './colleagues'
import './hand-over.css'

/** Characters that say at least something. */
const shortestReason = 2

/** From whom to whom and why, and how many cases went. */
export function HandOver({ fromId }: { readonly fromId?: string }) {
  const named = useQuery(getMember, fromId === undefined ? undefined : { memberId: fromId })
  const [chosen, setChosen] = useState<Colleague | 'nobody'>()
  const [to, setTo] = useState<Colleague>()
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [result, setResult] = useState<{ readonly moved: number; readonly left: number; readonly to: string }>()
  const { isBusy, run } = useCommand(handOver)
  const from = chosen === 'nobody' ? undefined : (chosen ?? named.data)
  const holders = [from, to].flatMap((each) => (each === undefined ? [] : [each.id]))
  const held = useQuery(countHeldCases, holders.length === 0 ? undefined : { members: holders })
  const heldBy = (member: Colleague) => held.data?.held[member.id]
  const count = from === undefined ? undefined : heldBy(from)
  const isShort = reason.trim().length < shortestReason

  const submit = async () => {
    setAsked(true)
    setProblem(undefined)
    if (from === undefined || to === undefined || count === undefined || isShort) return
    if (!(await confirm(words.ask(from.name, to.name, count)))) return
    const reply = await run({ from: from.id, to: to.id, reason: reason.trim() })
    if (reply === undefined) return
    if (!reply.ok) {
      setProblem(Object.values(reply.error.fields ?? {})[0] ?? reply.error.message)
      return
    }
    setResult({ ...reply.data, to: to.name })
    setTo(undefined)
    setAsked(false)
    void held.reload()
    showTop()
  }
  return (
    <>
      <Text className="hand-over__lead">{words.lead}</Text>
      {result !== undefined && (
        <Notice id="handed-over" tone={result.left === 0 ? 'green' : 'amber'}>
          <Text className="hand-over__line">{words.moved(result.moved, result.to)}</Text>
          <Text className="hand-over__line">{result.left === 0 ? words.leftNone : words.left(result.left)}</Text>
        </Notice>
      )}
      {named.problem !== undefined && <Notice tone="amber">{named.problem.message}</Notice>}
      <Card
        title={words.from}
        aside={
          from !== undefined && (
            <ToolButton
              id="from-change"
              words={words.change}
              label={`${words.change}：${words.from}`}
              onTap={() => {
                setChosen('nobody')
                setTo(undefined)
                setResult(undefined)
              }}
            />
          )
        }
      >
        {from === undefined ? (
          <>
            <Text className="hand-over__hint">{words.fromHint}</Text>
            <ColleagueChoice id="from" withSuspended fits={holdsCases} noneFits={words.none} onChoose={setChosen} />
          </>
        ) : (
          <ColleagueLine member={from} held={count} />
        )}
        {count === 0 && <Text className="hand-over__hint">{words.noCases}</Text>}
      </Card>
      {from !== undefined && count !== undefined && count > 0 && (
        <>
          <Card
            title={words.to}
            aside={
              to !== undefined && (
                <ToolButton
                  id="to-change"
                  words={words.change}
                  label={`${words.change}：${words.to}`}
                  onTap={() => setTo(undefined)}
                />
              )
            }
          >
            {to === undefined ? (
              <>
                <Text className="hand-over__hint">{words.toHint}</Text>
                <ColleagueChoice
                  id="to"
                  withSuspended={false}
                  fits={(member) => canTakeFrom(from, member)}
                  noneFits={words.noColleague}
                  onChoose={setTo}
                />
              </>
            ) : (
              <ColleagueLine member={to} held={heldBy(to)} />
            )}
          </Card>
          <Card>
            <Field
              label={words.reason}
              required
              hint={words.reasonHint}
              problem={isAsked && isShort ? words.reasonShort : undefined}
            >
              <View className="hand-over__reasons">
                {words.quickReasons.map((each) => (
                  <Chip key={each} id={`reason-${each}`} isOn={reason === each} onTap={() => setReason(each)}>
                    {each}
                  </Chip>
                ))}
              </View>
              <TextInput
                id="hand-over-reason"
                label={words.reason}
                value={reason}
                maxLength={200}
                isWrong={isAsked && isShort}
                onChange={setReason}
              />
            </Field>
          </Card>
          {isAsked && to === undefined && <Notice tone="red">{words.notChosen}</Notice>}
          {problem !== undefined && (
            <Notice id="hand-over-problem" tone="red">
              {problem}
            </Notice>
          )}
          <Button id="hand-over" icon="share" busy={isBusy && words.busy} onTap={() => void submit()}>
            {words.submit}
          </Button>
        </>
      )}
    </>
  )
}

/** Those who work for departments can hold cases, whatever their roles are now. */
const holdsCases = ({ departments }: Colleague): boolean => departments.length > 0
