import { opensTo } from '@shared/contracts/staff-doors'
import { Card } from '../../components/card'
import { Row } from '../../components/row'
import type { Staff } from '../../components/staff-only'
import { openPage } from '../../platform/open-page'
import { copy } from './copy'

const entrances = [
  {
    door: 'complaints',
    id: 'complaints-entrance',
    icon: 'inbox',
    title: copy.complaintsDesk,
    detail: copy.complaintsDeskDetail,
    page: '/packages/complaints-desk/queue/index',
  },
  {
    door: 'rectifications',
    id: 'rectifications-entrance',
    icon: 'edit',
    title: copy.rectifications,
    detail: copy.rectificationsDetail,
    page: '/packages/surveys-desk/rectifications/index',
  },
  {
    door: 'returnVisits',
    id: 'return-visits-entrance',
    icon: 'phone',
    title: copy.returnVisits,
    detail: copy.returnVisitsDetail,
    page: '/packages/surveys-desk/return-visits/index',
  },
  {
    door: 'satisfaction',
    id: 'satisfaction-entrance',
    icon: 'star',
    title: copy.satisfaction,
    detail: copy.satisfactionDetail,
    page: '/packages/supervision/satisfaction/index',
  },
  {
    door: 'windowCodes',
    id: 'window-codes-entrance',
    icon: 'qr',
    title: copy.windowCodes,
    detail: copy.windowCodesDetail,
    page: '/packages/surveys-desk/windows/index',
  },
] as const

/** The ways to what people said and complained of the service that a member's roles open. */
export function SurveyEntrances({ staff }: { readonly staff: Staff }) {
  const open = entrances.filter(({ door }) => opensTo(door, staff))
  if (open.length === 0) return null
  return (
    <Card>
      {open.map(({ id, icon, title, detail, page }) => (
        <Row key={id} id={id} icon={icon} title={title} detail={detail} onTap={() => openPage(page)} />
      ))}
    </Card>
  )
}
