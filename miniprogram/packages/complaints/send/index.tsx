import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import type { ComplaintView } from '@shared/contracts/complaints'
import { getProfile } from '@shared/contracts/residents'
import { Screen } from '../../../components/screen'
import { SignedIn } from '../../../components/signed-in'
import { Skeleton } from '../../../components/waiting'
import { useQuery } from '../../../cloud/use-query'
import { sendWords as words } from '../copy'
import { emptyComplaint } from '../complaint-form'
import { findKeptComplaint } from '../kept-complaint'
import { SendForm } from './send-form'
import { Sent } from './sent'

/** 写投诉建议; opened from a case it knows department, window and receipt number. */
export default function SendPage() {
  const [sent, setSent] = useState<ComplaintView>()
  return (
    <Screen title={words.title}>
      <SignedIn why={words.signIn}>
        {sent === undefined ? <Writing onSent={setSent} /> : <Sent complaint={sent} />}
      </SignedIn>
    </Screen>
  )
}

/** What was written before goes on; the person's own details are filled in once. */
function Writing({ onSent }: { readonly onSent: (complaint: ComplaintView) => void }) {
  const { department, window, receipt } = useRouter().params
  const profile = useQuery(getProfile, {})
  if (profile.data === undefined && profile.problem === undefined) return <Skeleton cards={3} />
  const kept = findKeptComplaint() ?? emptyComplaint
  const { name = '', phone = '' } = profile.data ?? {}
  return (
    <SendForm
      begin={{
        ...kept,
        ...(kept.name === '' && kept.phone === '' ? { name, phone } : {}),
        ...(receipt === undefined
          ? {}
          : {
              receiptNumber: decodeURIComponent(receipt),
              department: decodeURIComponent(department ?? ''),
              window: decodeURIComponent(window ?? ''),
            }),
      }}
      onSent={onSent}
    />
  )
}
