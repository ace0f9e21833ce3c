import { Text, View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Icon } from '../../../components/icon'
import { Notice } from '../../../components/notice'
import { Screen } from '../../../components/screen'
import { openPage } from '../../../platform/open-page'
import { spoken } from '../../../platform/spoken'
import { rateWords, thanksWords as words } from '../copy'
import { AmendButton } from './amend-button'
import './thanks.css'

/** After an answer came in: what happens with it, where it can be followed and amended. */
export function Thanks({
  isAmendment = false,
  isBad,
  keepsTicket = false,
  follow,
  amend,
}: {
  readonly isAmendment?: boolean
  readonly isBad: boolean
  readonly keepsTicket?: boolean
  /** Where the rectification can be seen; without, messages tell of it. */
  readonly follow?: string
  readonly amend?: { readonly until: number; readonly onTap: () => void }
}) {
  return (
    <Screen title={rateWords.title}>
      <Card id="thanks">
        <View className="thanks__head">
          <View className="thanks__mark">
            <Icon name="check-circle" size="l" />
          </View>
          <View className="thanks__title" {...spoken({ role: 'heading' })}>
            {isAmendment ? words.amended : words.thanks}
          </View>
        </View>
        <Text className="thanks__words">{isBad ? words.bad : words.good}</Text>
        {isBad && follow === undefined && <Text className="thanks__words">{words.badVisit}</Text>}
      </Card>
      {keepsTicket && (
        <Notice id="ticket-kept" tone="green">
          <Text className="thanks__kept">{words.ticket}</Text>
          <Text className="thanks__words">{words.ticketDetail}</Text>
        </Notice>
      )}
      <View className="thanks__actions">
        {isBad && follow !== undefined && (
          <Button id="follow" icon="progress" onTap={() => openPage(follow)}>
            {words.follow}
          </Button>
        )}
        {amend !== undefined && <AmendButton until={amend.until} onTap={amend.onTap} />}
        <Button id="to-mine" kind="secondary" onTap={() => openPage('/packages/surveys/mine/index')}>
          {words.mine}
        </Button>
        <Button id="to-home" kind="quiet" onTap={() => openPage('/pages/home/index')}>
          {words.home}
        </Button>
      </View>
    </Screen>
  )
}
