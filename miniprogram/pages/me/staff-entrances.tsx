import { opensTo } from '@shared/contracts/staff-doors'
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
  const hasWorkbench = opensTo('queue', staff)
  const isAtWindow = opensTo('window', staff)
  const isAtCourierDesk = opensTo('courierDesk', staff)
  const administers = opensTo('administration', staff)
  const supervises = opensTo('supervision', staff)
  const editsItems = opensTo('items', staff)
  if (!hasWorkbench && !isAtWindow && !isAtCourierDesk && !administers && !supervises && !editsItems) return null
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
      {isAtCourierDesk && (
        <Row
          id="courier-desk-entrance"
          icon="parcel"
          title={copy.courierDesk}
          detail={copy.courierDeskDetail}
          onTap={() => openPage('/packages/courier-desk/desk/index')}
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
