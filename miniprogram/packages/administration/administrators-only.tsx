import type { ReactNode } from 'react'
import { listMembers } from '@shared/contracts/staff'
import { mayCall } from '../../cloud/may-call'
import { useSession } from '../../cloud/session'
import { SignedIn } from '../../components/signed-in'
import { Empty } from '../../components/waiting'
import { openPage } from '../../platform/open-page'
import { words } from './copy'

/** What administrators alone see; anybody else is told so. */
export function AdministratorsOnly({ children }: { readonly children: ReactNode }) {
  return (
    <SignedIn why={words.signIn}>
      <Bound>{children}</Bound>
    </SignedIn>
  )
}

function Bound({ children }: { readonly children: ReactNode }) {
  const session = useSession()
  const staff = session.kind === 'known' ? session.staff : undefined
  if (staff !== undefined && mayCall(listMembers, staff)) return <>{children}</>
  return (
    <Empty
      icon="shield"
      title={words.refusedTitle}
      detail={words.refusedDetail}
      action={{ id: 'to-home', words: words.toHome, onTap: () => openPage('/pages/home/index') }}
    />
  )
}
