import { listQueue } from '@shared/contracts/applications'
import { listMembers } from '@shared/contracts/staff'
import { getBoard } from '@shared/contracts/supervision'
import { mayCall } from '../../cloud/may-call'
import { Card } from '../../components/card'
import { Row } from '../../components/row'
import { openPage } from '../../platform/open-page'
import { copy } from './copy'

/** The ways to the staff's side that a member's roles open. */
export function StaffEntrances({
  staff,
}: {
  readonly staff: { readonly name: string; readonly roles: readonly string[]; readonly departments: readonly string[] }
}) {
  const hasWorkbench = mayCall(listQueue, staff)
  const administers = mayCall(listMembers, staff)
  const supervises = mayCall(getBoard, staff)
  if (!hasWorkbench && !administers && !supervises) return null
  return (
    <Card>
      {hasWorkbench && (
        <Row
          id="staff-entrance"
          icon="briefcase"
          title={copy.staff}
          detail={copy.staffDetail(staff.name, staff.departments)}
          onTap={() => openPage('/packages/staff/queue/index')}
        />
      )}
      {supervises && (
        <Row
          id="supervision-entrance"
          icon="hourglass"
          title={copy.supervision}
          detail={copy.supervisionDetail}
          onTap={() => openPage('/packages/supervision/board/index')}
        />
      )}
      {administers && (
        <Row
          id="administration-entrance"
          icon="user"
          title={copy.administration}
          detail={copy.administrationDetail}
          onTap={() => openPage('/packages/administration/members/index')}
        />
      )}
    </Card>
  )
}
