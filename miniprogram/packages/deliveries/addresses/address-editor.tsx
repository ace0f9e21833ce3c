import { useState } from 'react'
import { View } from '@tarojs/components'
import { saveAddress, type SavedAddress } from '@shared/contracts/deliveries'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Tick } from '../../../components/choices'
import { Notice } from '../../../components/notice'
import { useCommand } from '../../../cloud/use-command'
import { returnTo } from '../../../platform/open-page'
import { say } from '../../../platform/phone'
import { showPart } from '../../../platform/show-part'
import { addressOf, addressParts, checkAddress, draftOf, emptyAddress, problemsOf } from '../address-draft'
import { AddressFields, HandOverFields } from '../address-fields'
import { copy } from '../copy'
import { addressesPage } from './address-pages'

/** One address, new or changed. */
export function AddressEditor({
  address,
  isFirst,
}: {
  readonly address: SavedAddress | undefined
  readonly isFirst: boolean
}) {
  const { isBusy, run } = useCommand(saveAddress)
  const [draft, setDraft] = useState(address === undefined ? emptyAddress : draftOf(address))
  const [isDefault, setDefault] = useState(address?.isDefault ?? isFirst)
  const [hasTried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<{
    readonly message: string
    readonly fields?: Readonly<Record<string, string>>
  }>()
  const problems = hasTried ? { ...problemsOf(refusal?.fields), ...checkAddress(draft) } : {}

  const save = async () => {
    setTried(true)
    setRefusal(undefined)
    const wrong = checkAddress(draft)
    const part = addressParts.find((each) => wrong[each] !== undefined)
    if (part !== undefined) {
      showPart(`part-${part}`)
      return
    }
    const which = address === undefined ? {} : { addressId: address.id }
    const reply = await run({ ...which, address: addressOf(draft), isDefault })
    if (reply === undefined) return
    if (!reply.ok) {
      setRefusal(reply.error)
      return
    }
    say(copy.addresses.saved)
    returnTo(addressesPage)
  }
  return (
    <View>
      <Card>
        <AddressFields draft={draft} problems={problems} onChange={setDraft} />
        <HandOverFields draft={draft} problems={problems} onChange={setDraft} />
        <Tick
          id="address-default"
          isTicked={isDefault}
          label={copy.addresses.makeDefault}
          detail={copy.addresses.makeDefaultDetail}
          onChange={setDefault}
        />
      </Card>
      <Notice>{copy.addresses.purpose}</Notice>
      {refusal !== undefined && (
        <Notice id="address-refusal" tone="red">
          {refusal.message}
        </Notice>
      )}
      <Button id="save-address" busy={isBusy && copy.addresses.saveBusy} onTap={() => void save()}>
        {copy.addresses.save}
      </Button>
    </View>
  )
}
