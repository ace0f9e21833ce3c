import { Text, View } from '@tarojs/components'
import type { ApplicationRow as Row } from '@shared/contracts/applications'
import { applicationStates } from '@shared/domain/application-workflow'
import { progressGroupOf, resultParcel } from '@shared/domain/progress-list'
import { formatReceiptNumber } from '@shared/domain/receipt-number'
import { DeadlineTag } from '../../components/deadline-tag'
import { Icon } from '../../components/icon'
import { Tag } from '../../components/tag'
import { Tappable } from '../../components/tappable'
import './application-row.css'
import { copy } from './copy'
import type { MyParcel } from './my-parcels'

/** An application with what is posted for it. */
export type RowWithParcels = Row & { readonly parcels: readonly MyParcel[] }

const tones = { 'needs-you': 'amber', running: 'accent', finished: 'plain' } as const

/** One application in a line: what it is, how it stands, what comes next, and until when. */
export function ApplicationRow({
  row,
  today,
  onTap,
}: {
  readonly row: RowWithParcels
  readonly today: string
  readonly onTap: () => void
}) {
  const { label, next } = applicationStates[row.state]
  const parcels = row.parcels.filter(({ group }) => group !== 'finished')
  return (
    <Tappable id={`application-${row.id}`} className="application-row" onTap={onTap}>
      <View className="application-row__inner">
        <View className="application-row__words">
          <View className="application-row__head">
            <Text className="application-row__name">{row.itemName}</Text>
            <Tag tone={tones[progressGroupOf(row)]}>{label}</Tag>
          </View>
          {resultParcel(row) === undefined && <Text className="application-row__next">{next}</Text>}
          {parcels.map((parcel) => (
            <View key={parcel.direction} className="application-row__parcel">
              <Icon name="parcel" size="s" />
              <Text>{copy.parcel(parcel.direction, parcel.standing, parcel.next)}</Text>
            </View>
          ))}
          {row.deadline !== undefined && (
            <View className="application-row__deadline">
              <DeadlineTag deadline={row.deadline} today={today} />
            </View>
          )}
          <Text className="application-row__receipt">
            {copy.receipt} {formatReceiptNumber(row.receiptNumber)}
          </Text>
        </View>
        <View className="application-row__go">
          <Icon name="forward" size="s" />
        </View>
      </View>
    </Tappable>
  )
}
