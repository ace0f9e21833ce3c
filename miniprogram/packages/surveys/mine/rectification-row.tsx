import { getMyRectification } from '@shared/contracts/surveys'
import type { InputOf } from '@shared/contracts/contract'
import { rectificationStates } from '@shared/domain/rectification-workflow'
import { Row } from '../../../components/row'
import { Tag } from '../../../components/tag'
import { useQuery } from '../../../cloud/use-query'
import { openPage } from '../../../platform/open-page'
import { mineWords as words } from '../copy'

/** The way to one's rectification, with how it stands. */
export function RectificationRow({
  id,
  about,
  of,
  address,
}: {
  readonly id: string
  readonly about: string
  readonly of: InputOf<typeof getMyRectification>['of']
  readonly address: string
}) {
  const { data } = useQuery(getMyRectification, { of })
  const rectification = data?.rectification
  const waits = rectification?.actions.includes('accept') === true
  return (
    <Row
      id={id}
      icon="progress"
      title={about}
      detail={rectification === undefined ? words.follow : rectificationStates[rectification.state].next}
      {...(rectification === undefined
        ? {}
        : {
            aside: <Tag tone={waits ? 'amber' : 'accent'}>{rectificationStates[rectification.state].label}</Tag>,
          })}
      onTap={() => openPage(address)}
    />
  )
}
