import { useState } from 'react'
import { View } from '@tarojs/components'
import { handOvers } from '@shared/domain/delivery-workflow'
import { Button } from '../../components/button'
import { Choices } from '../../components/choices'
import { Field } from '../../components/field'
import { Notice } from '../../components/notice'
import { TextInput } from '../../components/text-input'
import { canChooseAddress, chooseAddress } from '../../platform/choose-address'
import { isNamed, type AddressDraft, type AddressPart } from './address-draft'
import './address-fields.css'
import { copy, handOverMeanings } from './copy'
import { RegionInput } from './region-input'
import { knownRegion } from './regions'

type Problems = Partial<Record<AddressPart, string>>

/** Where to, typed or from WeChat's address book. */
export function AddressFields({
  draft,
  problems,
  onChange,
}: {
  readonly draft: AddressDraft
  readonly problems: Problems
  readonly onChange: (draft: AddressDraft) => void
}) {
  const change = (part: 'name' | 'phone' | 'detail') => (text: string) => onChange({ ...draft, [part]: text })
  const { province, city, district } = draft
  return (
    <View>
      {canChooseAddress && <AddressBook draft={draft} onChange={onChange} />}
      <Field id="part-name" label={copy.address.name} required hint={copy.address.nameHint} problem={problems.name}>
        <TextInput
          id="address-name"
          label={copy.address.name}
          value={draft.name}
          maxLength={60}
          isWrong={problems.name !== undefined}
          onChange={change('name')}
        />
      </Field>
      <Field id="part-phone" label={copy.address.phone} required hint={copy.address.phoneHint} problem={problems.phone}>
        <TextInput
          id="address-phone"
          label={copy.address.phone}
          kind="phone"
          value={draft.phone}
          maxLength={20}
          isWrong={problems.phone !== undefined}
          onChange={change('phone')}
        />
      </Field>
      <Field id="part-region" label={copy.address.region} required problem={problems.region}>
        <RegionInput
          id="address-region"
          label={copy.address.region}
          value={{ province, city, district }}
          isWrong={problems.region !== undefined}
          onChange={(region) => onChange({ ...draft, ...region })}
        />
      </Field>
      <Field
        id="part-detail"
        label={copy.address.detail}
        required
        hint={copy.address.detailHint}
        problem={problems.detail}
      >
        <TextInput
          id="address-detail"
          label={copy.address.detail}
          multiline
          value={draft.detail}
          maxLength={200}
          isWrong={problems.detail !== undefined}
          onChange={change('detail')}
        />
      </Field>
    </View>
  )
}

/** Fills the form from WeChat's address book; typing stays possible whatever comes of it. */
function AddressBook({
  draft,
  onChange,
}: {
  readonly draft: AddressDraft
  readonly onChange: (draft: AddressDraft) => void
}) {
  const [isBusy, setBusy] = useState(false)
  const [isRefused, setRefused] = useState(false)
  const pick = async () => {
    setBusy(true)
    const picked = await chooseAddress()
    setBusy(false)
    setRefused(picked === 'unavailable')
    if (picked === undefined || picked === 'unavailable') return
    const { name, phone, detail, ...region } = picked
    onChange({ ...draft, name, phone, detail, ...knownRegion(region) })
  }
  return (
    <View className="address-fields__book">
      <Button
        id="address-book"
        kind="secondary"
        icon="inbox"
        busy={isBusy && copy.address.bookBusy}
        onTap={() => void pick()}
      >
        {copy.address.book}
      </Button>
      {isRefused && (
        <View className="address-fields__refused">
          <Notice id="address-book-refused" tone="amber">
            {copy.address.bookRefused}
          </Notice>
        </View>
      )}
    </View>
  )
}

/** Who may sign (快递市场管理办法 art. 28). */
export function HandOverFields({
  draft,
  problems,
  onChange,
}: {
  readonly draft: AddressDraft
  readonly problems: Problems
  readonly onChange: (draft: AddressDraft) => void
}) {
  const options = (Object.keys(handOvers) as (keyof typeof handOvers)[]).map((value) => ({
    value,
    label: handOvers[value],
    detail: handOverMeanings[value],
  }))
  return (
    <View>
      <Field
        id="part-handOver"
        label={copy.address.handOver}
        required
        hint={copy.address.handOverHint}
        problem={problems.handOver}
      >
        <Choices
          id="hand-over"
          options={options}
          value={draft.handOver}
          onChange={(handOver) => onChange({ ...draft, handOver })}
        />
      </Field>
      {isNamed(draft.handOver) && (
        <Field id="part-handOverTo" label={copy.address.handOverTo} required problem={problems.handOverTo}>
          <TextInput
            id="hand-over-to"
            label={copy.address.handOverTo}
            value={draft.handOverTo}
            maxLength={60}
            isWrong={problems.handOverTo !== undefined}
            onChange={(handOverTo) => onChange({ ...draft, handOverTo })}
          />
        </Field>
      )}
    </View>
  )
}
