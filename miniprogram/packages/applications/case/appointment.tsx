import { View } from '@tarojs/components'
import type { Guide } from '@shared/contracts/catalogue'
import { getHomeVisit, listAppointments } from '@shared/contracts/applications-window'
import { appointmentStates, isLive } from '@shared/domain/appointment-workflow'
import { formatShortDate } from '@shared/domain/civil-time'
import { homeVisitStates } from '@shared/domain/home-visit-workflow'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Row } from '../../../components/row'
import { useQuery } from '../../../cloud/use-query'
import { openPage } from '../../../platform/open-page'
import { FormNote } from '../form-note'
import { copy } from './copy'

/** The way to the window: the half hour booked with its code, or the way to book one; a home visit where it is offered. */
export function Appointment({ applicationId, guide }: { readonly applicationId: string; readonly guide: Guide }) {
  const list = useQuery(listAppointments, { applicationId })
  const visit = useQuery(getHomeVisit, guide.homeVisit ? { applicationId } : undefined)
  if (list.data === undefined) return null
  const live = list.data.appointments.find(({ state }) => isLive(state))
  const home = visit.data?.visit
  return (
    <Card id="appointment" title={copy.appointmentTitle} tone="accent">
      {live === undefined ? (
        <View>
          <FormNote>{copy.appointmentNone}</FormNote>
          <Button
            id="book"
            icon="calendar"
            onTap={() => openPage(`/packages/applications/book/index?id=${applicationId}`)}
          >
            {copy.appointmentBook}
          </Button>
        </View>
      ) : (
        <Row
          id="visit-code"
          icon="qr"
          title={`${formatShortDate(live.date)} ${live.from === undefined ? (live.queueNumber ?? '') : `${live.from}—${live.to ?? ''}`}`}
          detail={`${appointmentStates[live.state].label} · ${copy.appointmentCode}`}
          onTap={() => openPage(`/packages/applications/visit-code/index?id=${live.id}`)}
        />
      )}
      {guide.homeVisit && (
        <Row
          id="home-visit"
          icon="home"
          title={copy.homeVisit}
          detail={home === undefined ? copy.homeVisitDetail : homeVisitStates[home.state].label}
          onTap={() => openPage(`/packages/applications/home-visit/index?id=${applicationId}`)}
        />
      )}
    </Card>
  )
}
