import { useState } from 'react'
import { View } from '@tarojs/components'
import {
  chooseDelivery,
  listAddresses,
  saveAddress,
  type DeliveryView,
  type SavedAddress,
} from '@shared/contracts/deliveries'
import { getProfile } from '@shared/contracts/residents'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Choices, Tick } from '../../../components/choices'
import { Fact, Facts } from '../../../components/facts'
import { Notice } from '../../../components/notice'
import { Skeleton } from '../../../components/waiting'
import { call } from '../../../cloud/call'
import { useConsent } from '../../../cloud/use-consent'
import { useQuery, type Query } from '../../../cloud/use-query'
import { openPage } from '../../../platform/open-page'
import { say } from '../../../platform/phone'
import { showPart } from '../../../platform/show-part'
import {
  addressOf,
  addressParts,
  checkAddress,
  draftOf,
  emptyAddress,
  placeText,
  problemsOf,
  type AddressDraft,
} from '../address-draft'
import { AddressFields, HandOverFields } from '../address-fields'
import { copy } from '../copy'
import { useDeliveryStep } from '../use-delivery-step'
import { CourierNotice } from './courier-notice'

interface Choosing {
  readonly view: DeliveryView
  readonly delivery: Query<DeliveryView>
  readonly onDone: () => void
}

/** The form once it is known what to begin with: the address given before, the person's default one, or their name. */
export function AddressChoice(choosing: Choosing) {
  const saved = useQuery(listAddresses, {})
  const profile = useQuery(getProfile, {})
  const isKnown = (saved.data ?? saved.problem) !== undefined && (profile.data ?? profile.problem) !== undefined
  if (!isKnown) return <Skeleton cards={2} />
  const { name = '', phone = '' } = profile.data ?? {}
  return <AddressForm {...choosing} saved={saved.data?.addresses ?? []} person={{ name, phone }} />
}

const newOne = 'new'

function AddressForm({
  view,
  delivery,
  saved,
  person,
  onDone,
}: Choosing & {
  readonly saved: readonly SavedAddress[]
  readonly person: { readonly name: string; readonly phone: string }
}) {
  const first = view.address === undefined ? saved.find(({ isDefault }) => isDefault) : undefined
  const [chosen, setChosen] = useState(first?.id ?? newOne)
  const [draft, setDraft] = useState<AddressDraft>(
    first !== undefined
      ? draftOf(first)
      : view.address === undefined
        ? { ...emptyAddress, ...person }
        : draftOf(view.address),
  )
  const [isKept, setKept] = useState(saved.length === 0)
  const [isConsented, setConsented] = useState(false)
  const [hasTried, setTried] = useState(false)
  const step = useDeliveryStep(chooseDelivery, delivery)
  const consent = useConsent('courier')

  // An address was given before: it was consented to then, for the same couriers.
  const mustConsent = view.address === undefined
  const isConsentMissing = mustConsent && !isConsented
  const isNew = chosen === newOne
  const problems = hasTried ? { ...problemsOf(step.refusal?.fields), ...checkAddress(draft) } : {}

  const choose = (id: string) => {
    const found = saved.find((each) => each.id === id)
    setChosen(id)
    setDraft(found === undefined ? { ...emptyAddress, ...person } : draftOf(found))
  }
  const send = async () => {
    setTried(true)
    const wrong = checkAddress(draft)
    const part = addressParts.find((each) => wrong[each] !== undefined)
    if (part !== undefined || isConsentMissing) {
      showPart(part === undefined ? 'courier-consent' : `part-${part}`)
      return
    }
    await consent.ask()
    const { applicationId, version } = view
    const address = addressOf(draft)
    const choice = { way: 'courier', address, consented: true } as const
    if (!(await step.run({ applicationId, version, choice }, copy.delivery.sent))) return
    if (isNew && isKept) {
      const reply = await call(saveAddress, { address, isDefault: saved.length === 0 })
      if (!reply.ok) say(copy.delivery.notKept)
    }
    onDone()
  }

  return (
    <View>
      <Card id="where-to" title={copy.delivery.savedTitle}>
        {saved.length > 0 && (
          <Choices
            id="saved-address"
            options={[
              ...saved.map((each) => ({
                value: each.id,
                label: `${each.name} ${each.phone}`,
                detail: placeText(each),
              })),
              { value: newOne, label: copy.delivery.newAddress },
            ]}
            value={chosen}
            onChange={choose}
          />
        )}
        {isNew && <AddressFields draft={draft} problems={problems} onChange={setDraft} />}
        {isNew && (
          <Tick
            id="keep-address"
            isTicked={isKept}
            label={copy.delivery.keep}
            detail={copy.delivery.keepDetail}
            onChange={setKept}
          />
        )}
        {saved.length > 0 && (
          <Button
            id="manage-addresses"
            kind="quiet"
            small
            onTap={() => openPage('/packages/deliveries/addresses/index')}
          >
            {copy.delivery.manage}
          </Button>
        )}
      </Card>
      <Card id="who-signs">
        <HandOverFields draft={draft} problems={problems} onChange={setDraft} />
        <Facts>
          <Fact label={copy.delivery.fee}>{view.fee}</Fact>
        </Facts>
      </Card>
      <CourierNotice
        carriers={view.carriers.map(({ name }) => name)}
        mustConsent={mustConsent}
        isConsented={isConsented}
        problem={hasTried && isConsentMissing ? copy.delivery.consentMissing : undefined}
        onConsent={setConsented}
      />
      {step.refusal !== undefined && (
        <Notice id="delivery-refusal" tone="red">
          {step.refusal.sentence}
        </Notice>
      )}
      <Button id="send" busy={step.isBusy && copy.delivery.sendBusy} onTap={() => void send()}>
        {view.parcel === undefined ? copy.delivery.send : copy.delivery.sendAgain}
      </Button>
    </View>
  )
}
