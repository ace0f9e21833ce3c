import { useState } from 'react'
import { View } from '@tarojs/components'
import { carryOutInstruction, receiveOriginals, recordReturn, type DeskRow } from '@shared/contracts/deliveries'
import { useCommand } from '../../../cloud/use-command'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { itemWords } from '../copy'
import { sentenceOf } from '../news'
import { NoteForm } from './note-form'
import './note-form.css'

interface StepProps {
  readonly row: DeskRow
  readonly onDone: (row: DeskRow, said: string) => void
}

/** A parcel that came back to the desk. */
export function ReturnStep({ row, onDone }: StepProps) {
  const { isBusy, run } = useCommand(recordReturn)
  const [isOpen, setOpen] = useState(false)
  const [problem, setProblem] = useState<string>()
  const submit = async (note: string) => {
    setProblem(undefined)
    const reply = await run({ applicationId: row.id, version: row.version, ...(note === '' ? {} : { note }) })
    if (reply === undefined) return
    if (reply.ok) onDone(reply.data, itemWords.returned(row.receiptNumber))
    else setProblem(sentenceOf(reply.error))
  }
  return (
    <Card id="return-card" title={itemWords.returnTitle}>
      {isOpen ? (
        <NoteForm
          id="return"
          label={itemWords.returnNote}
          hint={itemWords.returnHint}
          submitWords={itemWords.return}
          busy={isBusy ? itemWords.returning : false}
          problem={problem}
          onSubmit={(note) => void submit(note)}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <Button id="return" kind="secondary" icon="undo" onTap={() => setOpen(true)}>
          {itemWords.return}
        </Button>
      )}
    </Card>
  )
}

/** What the applicant wants done with a parcel that could not be handed over, passed on to the carrier. */
export function CarryOutStep({ row, onDone }: StepProps) {
  const { isBusy, run } = useCommand(carryOutInstruction)
  const [isOpen, setOpen] = useState(false)
  const [problem, setProblem] = useState<string>()
  const submit = async (note: string) => {
    setProblem(undefined)
    const reply = await run({ applicationId: row.id, version: row.version, note })
    if (reply === undefined) return
    if (reply.ok) onDone(reply.data, itemWords.carriedOut)
    else setProblem(sentenceOf(reply.error))
  }
  return (
    <Card id="carry-out-card" title={itemWords.carryOutTitle} tone="amber">
      {row.instruction !== undefined && <Notice tone="amber">{row.instruction}</Notice>}
      <View className="note-form__lead">{itemWords.carryOutLead}</View>
      {isOpen ? (
        <NoteForm
          id="carry-out"
          label={itemWords.carryOutNote}
          hint={itemWords.carryOutHint}
          missing={itemWords.carryOutMissing}
          submitWords={itemWords.carryOut}
          busy={isBusy ? itemWords.carryingOut : false}
          problem={problem}
          onSubmit={(note) => void submit(note)}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <Button id="carry-out" icon="check" onTap={() => setOpen(true)}>
          {itemWords.carryOut}
        </Button>
      )}
    </Card>
  )
}

/** Originals that arrived: all of them, or some are missing. */
export function ReceiveStep({ row, onDone }: StepProps) {
  const { isBusy, run } = useCommand(receiveOriginals)
  const [isOpen, setOpen] = useState(false)
  const [problem, setProblem] = useState<string>()
  const submit = async (complete: boolean, note: string) => {
    setProblem(undefined)
    const reply = await run({ parcelId: row.id, complete, ...(note === '' ? {} : { note }) })
    if (reply === undefined) return
    if (reply.ok) onDone(reply.data, itemWords.received)
    else setProblem(sentenceOf(reply.error))
  }
  const busy = isBusy ? itemWords.receiving : false
  return (
    <Card id="receive-card" title={itemWords.materials}>
      <Notice>{(row.materials ?? []).join('、')}</Notice>
      {problem !== undefined && !isOpen && <Notice tone="red">{problem}</Notice>}
      {isOpen ? (
        <NoteForm
          id="incomplete"
          label={itemWords.receiveNote}
          hint={itemWords.receiveNoteHint}
          missing={itemWords.receiveNoteMissing}
          submitWords={itemWords.receiveIncomplete}
          busy={busy}
          problem={problem}
          onSubmit={(note) => void submit(false, note)}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <View className="note-form__actions">
          <Button id="receive-incomplete" kind="secondary" disabled={isBusy} onTap={() => setOpen(true)}>
            {itemWords.receiveIncomplete}
          </Button>
          <Button id="receive" icon="check" busy={busy} onTap={() => void submit(true, '')}>
            {itemWords.receive}
          </Button>
        </View>
      )}
    </Card>
  )
}
