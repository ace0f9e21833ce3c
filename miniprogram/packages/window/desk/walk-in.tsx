import { useState } from 'react'
import { View } from '@tarojs/components'
import { takeWalkInNumber } from '@shared/contracts/applications-window'
import type { OutputOf } from '@shared/contracts/contract'
import { searchEntries } from '@shared/domain/catalogue-search'
import type { ServiceArea } from '@shared/domain/item'
import { useCatalogue } from '../../../cloud/use-catalogue'
import { useCommand } from '../../../cloud/use-command'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Chip } from '../../../components/chip'
import { Field } from '../../../components/field'
import { Notice } from '../../../components/notice'
import { TextInput } from '../../../components/text-input'
import { deskWords, words } from '../copy'
import { QueueNumber } from './check-in'
import './walk-in.css'

const mostSuggested = 4
const nothing = { matter: '', person: '' } as const

/** 现场取号: a queue number for somebody who has sent nothing in. */
export function WalkIn({ area, onTaken }: { readonly area: ServiceArea; readonly onTaken: () => void }) {
  const { items } = useCatalogue()
  const { isBusy, run } = useCommand(takeWalkInNumber)
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState<{ readonly matter: string; readonly person: string }>(nothing)
  const [isChecked, setChecked] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [taken, setTaken] = useState<OutputOf<typeof takeWalkInNumber> & { personName: string; itemName: string }>()
  const matter = typed.matter.trim()
  const person = typed.person.trim()
  const suggestions = searchEntries(items ?? [], matter, mostSuggested).filter(({ name }) => name !== matter)

  const submit = async () => {
    setChecked(true)
    setProblem(undefined)
    if (matter === '' || person === '') return
    const reply = await run({ area, itemName: matter, personName: person })
    if (reply === undefined) return
    if (!reply.ok) {
      setProblem(Object.values(reply.error.fields ?? {})[0] ?? reply.error.message)
      return
    }
    setTaken({ ...reply.data, personName: person, itemName: matter })
    setTyped(nothing)
    setChecked(false)
    setOpen(false)
    onTaken()
  }
  if (!isOpen) {
    return (
      <Card>
        <Button
          id="walk-in"
          kind="secondary"
          icon="plus"
          onTap={() => {
            setTaken(undefined)
            setOpen(true)
          }}
        >
          {deskWords.walkIn}
        </Button>
        {taken !== undefined && <QueueNumber {...taken} />}
      </Card>
    )
  }
  return (
    <Card id="walk-in-form" title={deskWords.walkInTitle}>
      {problem !== undefined && <Notice tone="amber">{problem}</Notice>}
      <Field
        label={deskWords.walkInMatter}
        required
        problem={isChecked && matter === '' ? deskWords.walkInMatterMissing : undefined}
      >
        <TextInput
          id="walk-in-matter"
          label={deskWords.walkInMatter}
          value={typed.matter}
          maxLength={60}
          onChange={(value) => setTyped({ ...typed, matter: value })}
        />
        {suggestions.length > 0 && (
          <View className="walk-in__suggestions">
            {suggestions.map(({ code, name }) => (
              <Chip key={code} id={`walk-in-${code}`} isOn={false} onTap={() => setTyped({ ...typed, matter: name })}>
                {name}
              </Chip>
            ))}
          </View>
        )}
      </Field>
      <Field
        label={deskWords.walkInPerson}
        required
        hint={deskWords.walkInPersonHint}
        problem={isChecked && person === '' ? deskWords.walkInPersonMissing : undefined}
      >
        <TextInput
          id="walk-in-person"
          label={deskWords.walkInPerson}
          value={typed.person}
          maxLength={30}
          onChange={(value) => setTyped({ ...typed, person: value })}
          onConfirm={() => void submit()}
        />
      </Field>
      <View className="walk-in__actions">
        <Button id="walk-in-cancel" kind="quiet" disabled={isBusy} onTap={() => setOpen(false)}>
          {words.cancel}
        </Button>
        <Button id="walk-in-take" busy={isBusy ? deskWords.walkInBusy : false} onTap={() => void submit()}>
          {deskWords.walkInTake}
        </Button>
      </View>
    </Card>
  )
}
