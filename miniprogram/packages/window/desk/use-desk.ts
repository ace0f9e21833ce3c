import { useState } from 'react'
import { callNext, listWaiting, moveAppointment } from '@shared/contracts/applications-window'
import type { InputOf } from '@shared/contracts/contract'
import type { ServiceArea } from '@shared/domain/item'
import { useCommand } from '../../../cloud/use-command'
import { useQuery } from '../../../cloud/use-query'
import { useRefresh } from '../use-refresh'
import { useCalledHere } from './called-here'
import { deskList, type Waiting } from './desk-parts'
import { deskWords } from '../copy'

/** How often the list is asked anew while it is shown (ms). */
const refreshEveryMs = 15_000

export type DeskAction = InputOf<typeof moveAppointment>['action']
/** What the desk just did, or why it could not, in words. */
export interface DeskNews {
  readonly tone: 'green' | 'amber' | 'red'
  readonly words: string
}

/** The list of an area with what a desk does to it. */
export function useDesk(area: ServiceArea, onCalled: (person: Waiting) => void) {
  const query = useQuery(listWaiting, { area })
  const { data, reload } = query
  useRefresh(reload, refreshEveryMs)
  const [calledHere, setCalledHere] = useCalledHere()
  const [news, setNews] = useState<DeskNews>()
  const calling = useCommand(callNext)
  const moving = useCommand(moveAppointment)
  const isBusy = calling.isBusy || moving.isBusy

  const take = (person: Waiting) => {
    setCalledHere(person.appointmentId)
    onCalled(person)
  }
  const call = async () => {
    setNews(undefined)
    const reply = await calling.run({ area })
    if (reply === undefined) return
    if (!reply.ok) setNews({ tone: 'red', words: reply.error.message })
    else if (reply.data.called === undefined) setNews({ tone: 'amber', words: deskWords.nobodyLeft })
    else take(reply.data.called)
    await reload()
  }
  const move = async (person: Waiting, action: DeskAction) => {
    setNews(undefined)
    const reply = await moving.run({ appointmentId: person.appointmentId, action })
    if (reply === undefined) return
    if (!reply.ok) setNews({ tone: 'amber', words: reply.error.message })
    else if (action === 'call') take(person)
    else if (action === 'call-again') setNews({ tone: 'green', words: deskWords.calledAgain(person.queueNumber) })
    else if (action === 'serve' || action === 'pass-over') {
      setCalledHere(undefined)
      const done = action === 'serve' ? deskWords.servedOne : deskWords.passedOver
      setNews({ tone: 'green', words: done(person.queueNumber) })
    }
    await reload()
  }
  const cancel = async (appointmentId: string) => {
    setNews(undefined)
    const reply = await moving.run({ appointmentId, action: 'cancel' })
    if (reply === undefined) return
    setNews(reply.ok ? { tone: 'green', words: deskWords.cancelled } : { tone: 'amber', words: reply.error.message })
    await reload()
  }
  return {
    query,
    list: data === undefined ? undefined : { ...deskList(data.waiting, calledHere), ...data },
    news,
    isBusy,
    isCalling: calling.isBusy,
    call,
    move,
    cancel,
    /** Goes on with somebody another window called. */
    take,
    /** The case beside the list was decided: what was said of calling its person is over. */
    settled: () => {
      setNews(undefined)
      void reload()
    },
  }
}
