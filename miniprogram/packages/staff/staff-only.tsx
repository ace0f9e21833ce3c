import type { ReactNode } from 'react'
import Taro from '@tarojs/taro'
import type { Contract } from '@shared/contracts/contract'
import { useSession } from '../../cloud/session'
import { SignedIn } from '../../components/signed-in'
import { Empty } from '../../components/waiting'
import { words } from './copy'

/** The person at the workbench. */
export interface Staff {
  readonly name: string
  readonly roles: readonly string[]
}

/** Whether a member's roles open an operation: the contract itself is asked. */
export function mayCall({ access }: Contract, staff: Staff): boolean {
  return access.kind !== 'staff' || access.roles.some((role) => staff.roles.includes(role))
}

/** The workbench for those who are bound to it and may use `contract`; anybody else is told so. */
export function StaffOnly({
  contract,
  children,
}: {
  readonly contract: Contract
  readonly children: (staff: Staff) => ReactNode
}) {
  return (
    <SignedIn why={words.signIn}>
      <Bound contract={contract}>{children}</Bound>
    </SignedIn>
  )
}

function Bound({ contract, children }: Parameters<typeof StaffOnly>[0]) {
  const session = useSession()
  const staff = session.kind === 'known' ? session.staff : undefined
  if (staff === undefined || !mayCall(contract, staff)) {
    const goHome = {
      id: 'to-home',
      words: words.toHome,
      onTap: () => void Taro.switchTab({ url: '/pages/home/index' }),
    }
    return <Empty icon="shield" title={words.refusedTitle} detail={words.refusedDetail} action={goHome} />
  }
  return <>{children(staff)}</>
}
