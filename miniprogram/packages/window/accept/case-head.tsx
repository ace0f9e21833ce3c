import { Text, View } from '@tarojs/components'
import type { ApplicationView } from '@shared/contracts/applications'
import { applicationStates } from '@shared/domain/application-workflow'
import { formatReceiptNumber } from '@shared/domain/receipt-number'
import { channels } from '@shared/domain/item'
import { serverToday } from '../../../cloud/server-time'
import { Card } from '../../../components/card'
import { DeadlineTag } from '../../../components/deadline-tag'
import { Tag } from '../../../components/tag'
import './case-head.css'

/** What the case is and where it stands. */
export function CaseHead({ view }: { readonly view: ApplicationView }) {
  return (
    <Card title={view.itemName} aside={<Tag tone="accent">{applicationStates[view.state].label}</Tag>}>
      <Text className="case-head__number" userSelect>
        {formatReceiptNumber(view.receiptNumber)}
      </Text>
      <Text className="case-head__soft">{`${view.department} · ${channels[view.channel]}`}</Text>
      {view.clocks.length > 0 && (
        <View className="case-head__clocks">
          {view.clocks.map((clock) => (
            <DeadlineTag key={clock.clock} deadline={clock} today={serverToday()} />
          ))}
        </View>
      )}
    </Card>
  )
}
