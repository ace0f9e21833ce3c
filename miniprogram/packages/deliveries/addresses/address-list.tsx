import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { removeAddress, type SavedAddress } from '@shared/contracts/deliveries'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Tag } from '../../../components/tag'
import { Empty } from '../../../components/waiting'
import { useCommand } from '../../../cloud/use-command'
import { openPage } from '../../../platform/open-page'
import { confirm, say } from '../../../platform/phone'
import { handOverText, placeText } from '../address-draft'
import { copy } from '../copy'
import './address-list.css'
import { editPage, newAddress } from './address-pages'

type Changed = (answer: { addresses: SavedAddress[] }) => void

export function AddressList({
  addresses,
  onChanged,
}: {
  readonly addresses: readonly SavedAddress[]
  readonly onChanged: Changed
}) {
  const add = () => openPage(editPage(newAddress))
  if (addresses.length === 0) {
    return (
      <Empty
        icon="map"
        title={copy.addresses.empty}
        detail={copy.addresses.emptyDetail}
        action={{ id: 'add-address', words: copy.addresses.add, onTap: add }}
      />
    )
  }
  return (
    <View>
      {addresses.map((address) => (
        <AddressCard key={address.id} address={address} onChanged={onChanged} />
      ))}
      <Button id="add-address" icon="plus" onTap={add}>
        {copy.addresses.add}
      </Button>
      <Text className="address-list__purpose">{copy.addresses.purpose}</Text>
    </View>
  )
}

function AddressCard({ address, onChanged }: { readonly address: SavedAddress; readonly onChanged: Changed }) {
  const { isBusy, run } = useCommand(removeAddress)
  const [problem, setProblem] = useState<string>()
  const { id, name, phone } = address
  const remove = async () => {
    setProblem(undefined)
    const { removeTitle: title, removeContent: content, removeYes: yes } = copy.addresses
    if (!(await confirm({ title, content, yes }))) return
    const reply = await run({ addressId: id })
    if (reply === undefined) return
    if (!reply.ok) {
      setProblem(reply.error.message)
      return
    }
    onChanged(reply.data)
    say(copy.addresses.removed)
  }
  return (
    <Card id={`address-${id}`}>
      <View className="address-list__head">
        <Text className="address-list__name">{name}</Text>
        <Text>{phone}</Text>
        {address.isDefault && <Tag tone="accent">{copy.addresses.default}</Tag>}
      </View>
      <Text className="address-list__line">{placeText(address)}</Text>
      <Text className="address-list__hand-over">{handOverText(address)}</Text>
      {problem !== undefined && <Notice tone="red">{problem}</Notice>}
      <View className="address-list__actions">
        <Button
          id={`edit-${id}`}
          kind="secondary"
          icon="edit"
          small
          label={copy.addresses.editOf(name)}
          onTap={() => openPage(editPage(id))}
        >
          {copy.addresses.edit}
        </Button>
        <Button
          id={`remove-${id}`}
          kind="quiet"
          icon="trash"
          small
          label={copy.addresses.removeOf(name)}
          busy={isBusy && copy.addresses.removeBusy}
          onTap={() => void remove()}
        >
          {copy.addresses.remove}
        </Button>
      </View>
    </Card>
  )
}
