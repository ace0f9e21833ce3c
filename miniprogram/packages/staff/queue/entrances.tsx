import { Text, View } from '@tarojs/components'
import { handOver, listPledgeChecks } from '@shared/contracts/applications-decision'
import { listWaiting } from '@shared/contracts/applications-window'
import { listComplaints } from '@shared/contracts/complaints'
import { listDesk } from '@shared/contracts/deliveries'
import { listPhoneTasks } from '@shared/contracts/notifications'
import { getBoard, getTimeline } from '@shared/contracts/supervision'
import { getSatisfaction, listRectifications, listReturnVisitSamples } from '@shared/contracts/surveys'
import { mayCall } from '../../../cloud/may-call'
import { useQuery } from '../../../cloud/use-query'
import { Icon } from '../../../components/icon'
import type { Staff } from '../../../components/staff-only'
import { Tappable } from '../../../components/tappable'
import { ToolButton } from '../../../components/tool-button'
import { openPage } from '../../../platform/open-page'
import { words } from '../copy'
import './entrances.css'

/** The ways to the workbench's other pages that the member's roles open, and the list of keys where there are keys. */
export function Entrances({ staff, onShowKeys }: { readonly staff: Staff; readonly onShowKeys?: () => void }) {
  return (
    <View className="entrances">
      <Calls />
      {mayCall(listWaiting, staff) && (
        <ToolButton
          id="to-window"
          icon="building"
          words={words.window}
          onTap={() => openPage('/packages/window/desk/index')}
        />
      )}
      {mayCall(listDesk, staff) && (
        <ToolButton
          id="to-courier-desk"
          icon="parcel"
          words={words.courierDesk}
          onTap={() => openPage('/packages/courier-desk/desk/index')}
        />
      )}
      {mayCall(listPledgeChecks, staff) && (
        <ToolButton
          id="to-pledges"
          icon="shield"
          words={words.pledges}
          onTap={() => openPage('/packages/staff/pledges/index')}
        />
      )}
      {mayCall(handOver, staff) && (
        <ToolButton
          id="to-hand-over"
          icon="share"
          words={words.handOver}
          onTap={() => openPage('/packages/staff/hand-over/index')}
        />
      )}
      {mayCall(getBoard, staff) && (
        <ToolButton
          id="to-board"
          icon="hourglass"
          words={words.board}
          onTap={() => openPage('/packages/supervision/board/index')}
        />
      )}
      {mayCall(listComplaints, staff) && (
        <ToolButton
          id="to-complaints"
          icon="inbox"
          words={words.complaints}
          onTap={() => openPage('/packages/complaints-desk/queue/index')}
        />
      )}
      {mayCall(listRectifications, staff) && (
        <ToolButton
          id="to-rectifications"
          icon="edit"
          words={words.rectifications}
          onTap={() => openPage('/packages/surveys-desk/rectifications/index')}
        />
      )}
      {mayCall(listReturnVisitSamples, staff) && (
        <ToolButton
          id="to-return-visits"
          icon="phone"
          words={words.returnVisits}
          onTap={() => openPage('/packages/surveys-desk/return-visits/index')}
        />
      )}
      {mayCall(getSatisfaction, staff) && (
        <ToolButton
          id="to-satisfaction"
          icon="star"
          words={words.satisfaction}
          onTap={() => openPage('/packages/supervision/satisfaction/index')}
        />
      )}
      {mayCall(getTimeline, staff) && (
        <ToolButton
          id="to-timeline"
          icon="list"
          words={words.timeline}
          onTap={() => openPage('/packages/supervision/timeline/index')}
        />
      )}
      {onShowKeys !== undefined && (
        <View className="entrances__keys">
          <ToolButton id="show-keys" words={`${words.keys} ?`} onTap={onShowKeys} />
        </View>
      )}
    </View>
  )
}

/** The way to the phone calls, with how many wait. */
function Calls() {
  const { data } = useQuery(listPhoneTasks, {})
  const count = data?.tasks.length ?? 0
  const said = count >= mostTasks ? `${String(mostTasks)}+` : String(count)
  return (
    <Tappable
      id="to-calls"
      className="entrances__calls"
      label={words.callsCount(said)}
      onTap={() => openPage('/packages/staff/calls/index')}
    >
      <View className="entrances__calls-inner">
        <Icon name="bell" size="s" />
        <Text>{words.calls}</Text>
        {count > 0 && <Text className="entrances__count">{said}</Text>}
      </View>
    </Tappable>
  )
}
/** As many as the server gives at once. */
const mostTasks = 50
