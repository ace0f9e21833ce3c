import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { getComplaintFigures, listComplaints, type ComplaintRow } from '@shared/contracts/complaints'
import type { OutputOf } from '@shared/contracts/contract'
import { keysOf } from '@shared/contracts/keys-of'
import { complaintLists, listOfComplaint, type ComplaintList } from '@shared/domain/complaint-workflow'
import { mayCall } from '../../../cloud/may-call'
import { usePages } from '../../../cloud/use-pages'
import type { Staff } from '../../../components/staff-only'
import { Empty } from '../../../components/waiting'
import { useWideScreen } from '../../../platform/wide-screen'
import { words } from '../copy'
import { HandledComplaint } from '../handling/handled-complaint'
import { ComplaintList as List } from './complaint-list'
import './desk.css'

/** Steps that supervisors alone take: nobody else has anything in their lists. */
const supervisorsLists: readonly ComplaintList[] = ['new', 'assign']

/** The lists, and on a wide screen the chosen complaint beside them. */
export function Desk({ staff }: { readonly staff: Staff }) {
  const isWide = useWideScreen()
  const isSupervisor = mayCall(getComplaintFigures, staff)
  const lists = keysOf(complaintLists).filter((list) => isSupervisor || !supervisorsLists.includes(list))
  const [list, setList] = useState(useAskedList(isSupervisor ? listOfComplaint.sent : listOfComplaint.handling))
  const [chosen, setChosen] = useState<string>()
  // The counts come with each page of rows; they stay while another list is fetched.
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({})
  const [rowsOf] = useState(() => (answer: OutputOf<typeof listComplaints>) => {
    setCounts(answer.counts)
    return { rows: answer.complaints, next: answer.next }
  })
  const pages = usePages<typeof listComplaints, ComplaintRow>(listComplaints, { list }, rowsOf)
  const open = (id: string) => {
    if (isWide) setChosen(id)
    else void Taro.navigateTo({ url: `/packages/complaints-desk/one/index?id=${id}` })
  }
  const shown = (
    <List
      lists={lists}
      list={list}
      counts={counts}
      pages={pages}
      chosen={isWide ? chosen : undefined}
      showsFigures={isSupervisor}
      onList={setList}
      onOpen={open}
    />
  )
  if (!isWide) return shown
  return (
    <View className="complaints-desk">
      <View className="complaints-desk__list">{shown}</View>
      <View className="complaints-desk__one">
        {chosen === undefined ? (
          <Empty icon="list" title={words.choose} detail={words.chooseDetail} />
        ) : (
          <HandledComplaint key={chosen} complaintId={chosen} onChanged={() => void pages.reload()} onOpen={open} />
        )}
      </View>
    </View>
  )
}

/** The list that the address names. */
function useAskedList(otherwise: ComplaintList): ComplaintList {
  const { list: asked = '' } = useRouter().params
  return keysOf(complaintLists).find((name) => name === asked) ?? otherwise
}
