import type { ReactNode } from 'react'
import type { Contract } from '@shared/contracts/contract'
import { mayCall } from '../cloud/may-call'
import { useSession } from '../cloud/session'
import { openPage } from '../platform/open-page'
import { SignedIn } from './signed-in'
import { Empty } from './waiting'

/** The person at the workbench. */
export interface Staff {
  readonly name: string
  readonly roles: readonly string[]
  readonly departments: readonly string[]
}

/** What members alone see, who are bound and may use `contract`; anybody else is told so. */
export function StaffOnly({
  contract,
  children,
}: {
  readonly contract: Contract
  readonly children: (staff: Staff) => ReactNode
}) {
  return (
    <SignedIn why="登录后才能打开工作台。">
      <Bound contract={contract}>{children}</Bound>
    </SignedIn>
  )
}

function Bound({ contract, children }: Parameters<typeof StaffOnly>[0]) {
  const session = useSession()
  const staff = session.kind === 'known' ? session.staff : undefined
  if (staff !== undefined && mayCall(contract, staff)) return <>{children(staff)}</>
  const words = staff === undefined ? unbound : otherRole
  return (
    <Empty
      icon="shield"
      {...words}
      action={{ id: 'to-home', words: '回到首页', onTap: () => openPage('/pages/home/index') }}
    />
  )
}

const unbound = {
  title: '这里是窗口工作人员的工作台',
  detail:
    '您当前的账号没有绑定工作人员身份，或者已经停用。如果您是工作人员，请联系系统管理员；如果您来办事，请回到首页。',
}
const otherRole = {
  title: '您的岗位没有这项权限',
  detail: '如果工作需要，请联系系统管理员调整您的岗位。',
}
