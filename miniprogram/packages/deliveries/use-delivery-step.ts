import { useState } from 'react'
import type { InputOf } from '@shared/contracts/contract'
import type {
  answerFailure,
  chooseDelivery,
  confirmParcel,
  DeliveryView,
  sendOriginals,
  withdrawOriginals,
} from '@shared/contracts/deliveries'
import { useCommand } from '../../cloud/use-command'
import type { Query } from '../../cloud/use-query'
import { say } from '../../platform/phone'
import { showTop } from '../../platform/show-part'
import { copy } from './copy'

/** The commands that answer with the delivery as it is afterwards. */
type Step =
  typeof answerFailure | typeof chooseDelivery | typeof confirmParcel | typeof sendOriginals | typeof withdrawOriginals

interface Refusal {
  readonly sentence: string
  /** Field of the contract → what is wrong with it. */
  readonly fields?: Readonly<Record<string, string>>
}

/**
 * One step of a delivery for a button. Done: the page shows the delivery as the server answers it. Somebody was faster:
 * it shows the delivery as it is now and says so. Refused: the sentence stays to be read.
 */
export function useDeliveryStep<C extends Step>(
  contract: C,
  delivery: Pick<Query<DeliveryView>, 'replace' | 'reload'>,
): {
  readonly isBusy: boolean
  readonly refusal: Refusal | undefined
  /** @returns whether it was done */
  readonly run: (input: InputOf<C>, said: string) => Promise<boolean>
} {
  const command = useCommand(contract)
  const [refusal, setRefusal] = useState<Refusal>()
  const run = async (input: InputOf<C>, said: string) => {
    setRefusal(undefined)
    const reply = await command.run(input)
    if (reply === undefined) return false
    if (reply.ok) {
      delivery.replace(reply.data)
      say(said)
      return true
    }
    const { code, message, fields } = reply.error
    if (code === 'VERSION_CHANGED' || code === 'WRONG_STATE') {
      await delivery.reload()
      setRefusal({ sentence: copy.moved })
      showTop()
    } else setRefusal({ sentence: message, ...(fields === undefined ? {} : { fields }) })
    return false
  }
  return { isBusy: command.isBusy, refusal, run }
}
