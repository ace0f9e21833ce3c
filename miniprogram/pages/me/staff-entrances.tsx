import { listQueue } from '@shared/contracts/applications'
import { listWaiting } from '@shared/contracts/applications-window'
import { listEditableItems } from '@shared/contracts/catalogue-editing'
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
  const isAtWindow = mayCall(listWaiting, staff)
  const administers = mayCall(listMembers, staff)
  const supervises = mayCall(getBoard, staff)
  const editsItems = mayCall(listEditableItems, staff)
  if (!hasWorkbench && !isAtWindow && !administers && !supervises && !editsItems) return null
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
      {isAtWindow && (
        <Row
          id="window-entrance"
          icon="bell"
          title={copy.window}
          detail={copy.windowDetail}
          onTap={() => openPage('/packages/window/desk/index')}
        />
      )}
      {editsItems && (
        <Row
          id="items-entrance"
          icon="edit"
          title={copy.items}
          detail={copy.itemsDetail}
          onTap={() => openPage('/packages/catalogue-editor/items/index')}
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
