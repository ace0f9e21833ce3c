import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import Taro from '@tarojs/taro'
import { getCentre } from '@shared/contracts/catalogue'
import { Card } from '../../components/card'
import { Row } from '../../components/row'
import { Screen } from '../../components/screen'
import { Tag } from '../../components/tag'
import { refreshSession, useSession } from '../../cloud/session'
import { useQuery } from '../../cloud/use-query'
import { useDisplayMode } from '../../platform/display-mode'
import { openPage } from '../../platform/open-page'
import { callPhone } from '../../platform/phone'
import { Account } from './account'
import { copy } from './copy'
import { StaffEntrances } from './staff-entrances'
import { SurveyEntrances } from './survey-entrances'
import { WhoIAm } from './who-i-am'

/** 我的: the person's own details, messages and settings. */
export default function Me() {
  const session = useSession()
  const { isLarge, isDark } = useDisplayMode()
  const { data: centre } = useQuery(getCentre, {})
  useDidShow(() => void refreshSession())
  usePullDownRefresh(() => {
    void refreshSession().finally(() => Taro.stopPullDownRefresh())
  })
  const unread = session.kind === 'known' ? session.unread : 0
  const staff = session.kind === 'known' ? session.staff : undefined
  const mayJoin = session.kind === 'known' && session.signedIn && staff === undefined
  return (
    <Screen title={copy.title}>
      <WhoIAm session={session} />
      {staff !== undefined && <StaffEntrances staff={staff} />}
      {staff !== undefined && <SurveyEntrances staff={staff} />}
      <Card>
        <Row
          id="my-applications"
          icon="progress"
          title={copy.progress}
          detail={copy.progressDetail}
          onTap={() => openPage('/pages/progress/index')}
        />
        <Row
          id="my-surveys"
          icon="star"
          title={copy.surveys}
          detail={copy.surveysDetail}
          onTap={() => openPage('/packages/surveys/mine/index')}
        />
        <Row
          id="my-complaints"
          icon="edit"
          title={copy.complaints}
          detail={copy.complaintsDetail}
          onTap={() => openPage('/packages/complaints/mine/index')}
        />
        <Row
          id="my-inbox"
          icon="bell"
          title={copy.inbox}
          detail={copy.inboxDetail}
          {...(unread > 0 ? { aside: <Tag tone="red">{copy.unread(unread)}</Tag> } : {})}
          onTap={() => openPage('/packages/notifications/inbox/index')}
        />
        <Row
          id="my-profile"
          icon="user"
          title={copy.profile}
          detail={copy.profileDetail}
          onTap={() => openPage('/packages/residents/profile/index')}
        />
        <Row
          id="my-addresses"
          icon="map"
          title={copy.addresses}
          detail={copy.addressesDetail}
          onTap={() => openPage('/packages/deliveries/addresses/index')}
        />
      </Card>
      <Card>
        <Row
          id="display"
          icon="text"
          title={copy.display}
          detail={copy.mode(isLarge, isDark)}
          onTap={() => openPage('/packages/residents/display/index')}
        />
        <Row
          id="privacy"
          icon="shield"
          title={copy.privacy}
          detail={copy.privacyDetail}
          onTap={() => openPage('/packages/residents/profile/index')}
        />
        {mayJoin && (
          <Row
            id="join-staff"
            icon="briefcase"
            title={copy.join}
            detail={copy.joinDetail}
            onTap={() => openPage('/packages/administration/join/index')}
          />
        )}
      </Card>
      <Card>
        <Row
          id="centre"
          icon="building"
          title={copy.centre}
          {...(centre === undefined ? {} : { detail: centre.openSentence })}
          onTap={() => openPage('/packages/catalogue/centre/index')}
        />
        {centre !== undefined && (
          <Row
            id="complaint"
            icon="phone"
            title={copy.complaint}
            detail={copy.complaintDetail(centre.complaintPhone)}
            onTap={() => callPhone(centre.complaintPhone)}
          />
        )}
      </Card>
      <Account isSignedIn={session.kind === 'known' && session.signedIn} />
    </Screen>
  )
}
