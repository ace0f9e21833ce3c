import { useState } from 'react'
import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts/contract'
import { revealAddress, type DeskRow } from '@shared/contracts/deliveries'
import { handOvers } from '@shared/domain/delivery-workflow'
import { useCommand } from '../../../cloud/use-command'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Choices } from '../../../components/choices'
import { Fact, Facts } from '../../../components/facts'
import { Field } from '../../../components/field'
import { Notice } from '../../../components/notice'
import { TextInput } from '../../../components/text-input'
import { revealWords } from '../../../components/reveal-words'
import { itemWords } from '../copy'
import { sentenceOf } from '../news'
import './note-form.css'

type Address = OutputOf<typeof revealAddress>['address']

/** To whom it goes, masked; the whole address for a reason that the applicant can read. */
export function Recipient({ row }: { readonly row: DeskRow }) {
  const [shown, setShown] = useState<Address>()
  const [isAsking, setAsking] = useState(false)
  const region =
    shown === undefined ? row.region : [shown.province, shown.city, shown.district].filter(Boolean).join(' ')
  const handOver =
    shown === undefined
      ? row.handOver
      : [handOvers[shown.handOver], shown.handOverTo].filter((each) => each !== undefined).join('：')
  return (
    <Card id="recipient-card" title={itemWords.recipient}>
      {shown !== undefined && <Notice tone="amber">{itemWords.revealed}</Notice>}
      <Facts>
        <Fact label={itemWords.recipient}>{shown?.name ?? row.recipient}</Fact>
        <Fact label={itemWords.phone}>{shown?.phone ?? row.phone}</Fact>
        <Fact label={itemWords.region}>{region}</Fact>
        {shown !== undefined && <Fact label={itemWords.address}>{shown.detail}</Fact>}
        <Fact label={itemWords.handOver}>{handOver}</Fact>
      </Facts>
      {shown === undefined && !isAsking && (
        <Button id="reveal-address" kind="quiet" icon="eye" onTap={() => setAsking(true)}>
          {itemWords.reveal}
        </Button>
      )}
      {isAsking && (
        <RevealAddress
          applicationId={row.id}
          onShown={(address) => {
            setShown(address)
            setAsking(false)
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  )
}

const presets = itemWords.revealReasons.map((label, place) => ({ value: String(place + 1), label }))
const own = 'own'

function RevealAddress({
  applicationId,
  onShown,
  onClose,
}: {
  readonly applicationId: string
  readonly onShown: (address: Address) => void
  readonly onClose: () => void
}) {
  const { isBusy, run } = useCommand(revealAddress)
  const [choice, setChoice] = useState('')
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
  const reason = choice === own ? typed.trim() : (presets.find(({ value }) => value === choice)?.label ?? '')
  const submit = async () => {
    if (reason.length < 2) {
      setProblem(choice === own ? revealWords.tooShort : revealWords.choose)
      return
    }
    setProblem(undefined)
    const reply = await run({ applicationId, reason })
    if (reply === undefined) return
    if (reply.ok) onShown(reply.data.address)
    else setProblem(sentenceOf(reply.error))
  }
  return (
    <View className="note-form">
      <Notice>{revealWords.warning}</Notice>
      <Field label={revealWords.reason} required problem={problem}>
        <Choices
          id="reveal-reason"
          options={[...presets, { value: own, label: revealWords.other }]}
          value={choice}
          onChange={setChoice}
        />
        {choice === own && (
          <TextInput
            id="reveal-typed"
            label={revealWords.other}
            value={typed}
            maxLength={100}
            onChange={setTyped}
            onConfirm={() => void submit()}
          />
        )}
      </Field>
      <View className="note-form__actions">
        <Button id="reveal-cancel" kind="quiet" onTap={onClose}>
          {revealWords.cancel}
        </Button>
        <Button id="reveal-submit" busy={isBusy ? revealWords.busy : false} onTap={() => void submit()}>
          {revealWords.submit}
        </Button>
      </View>
    </View>
  )
}
