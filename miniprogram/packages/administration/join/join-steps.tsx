import { useState } from 'react'
import type { OutputOf } from '@shared/contracts/contract'
import type { lookUpInvitation } from '@shared/contracts/staff'
import { refreshSession, useSession } from '../../../cloud/session'
import { joinCopy } from '../copy'
import { CodeStep } from './code-step'
import { ClaimStep } from './claim-step'
import { ConfirmStep } from './confirm-step'
import { Joined } from './joined'

/** What a code opened. */
export type Opened = OutputOf<typeof lookUpInvitation> & { readonly code: string }

/** One step after the other: the code, the question whether it is theirs, and what they have now. */
export function JoinSteps() {
  const session = useSession()
  const [opened, setOpened] = useState<Opened>()
  const [isDone, setDone] = useState(false)
  const staff = session.kind === 'known' ? session.staff : undefined
  const finish = async () => {
    await refreshSession()
    setDone(true)
  }
  if (staff !== undefined)
    return (
      <Joined
        staff={staff}
        title={isDone ? joinCopy.done : joinCopy.already}
        detail={isDone ? joinCopy.doneDetail(staff.name) : joinCopy.alreadyDetail(staff.name)}
      />
    )
  if (opened === undefined) return <CodeStep onOpened={setOpened} />
  const step = { code: opened.code, onDone: () => void finish(), onBack: () => setOpened(undefined) }
  return opened.kind === 'invitation' ? <ConfirmStep {...step} invitation={opened} /> : <ClaimStep {...step} />
}
