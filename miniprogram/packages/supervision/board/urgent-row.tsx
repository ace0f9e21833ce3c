import { Text, View } from '@tarojs/components'
import type { Urgency, UrgentCase } from '@shared/contracts/supervision'
import { applicationStates } from '@shared/domain/application-workflow'
import { clockName } from '@shared/domain/case-facts'
import { formatDate } from '@shared/domain/civil-time'
import { daysLeft } from '@shared/domain/deadline'
import { serverToday } from '../../../cloud/server-time'
import { Button } from '../../../components/button'
import { Tag } from '../../../components/tag'
import { openPage } from '../../../platform/open-page'
import { boardWords } from '../copy'
import './urgent-row.css'

/** A case that needs somebody to look after it, with the ways to it and to its record. */
export function UrgentRow({ row, urgency }: { readonly row: UrgentCase; readonly urgency: Urgency }) {
  const left = daysLeft(row, serverToday())
  return (
    <View id={`urgent-${row.id}`} className={`urgent-row urgent-row--${urgency}`}>
      <View className="urgent-row__head">
        <Text className="urgent-row__item">{row.itemName}</Text>
        <Tag tone={urgency}>{left < 0 ? boardWords.over(-left) : boardWords.left(left)}</Tag>
      </View>
      <Text className="urgent-row__line">
        {applicationStates[row.state].label} · {clockName(row.clock)} · {boardWords.until(formatDate(row.dueOn))}
      </Text>
      <Text className="urgent-row__line">
        {row.department} · {row.window}
      </Text>
      <Text className="urgent-row__line" userSelect>
        {row.receiptNumber}
      </Text>
      <View className="urgent-row__ways">
        <Button
          id={`open-${row.id}`}
          kind="secondary"
          small
          label={`${boardWords.open}：${row.receiptNumber}`}
          onTap={() => openPage(`/packages/staff/case/index?id=${row.id}`)}
        >
          {boardWords.open}
        </Button>
        <Button
          id={`chain-${row.id}`}
          kind="quiet"
          small
          label={`${boardWords.chain}：${row.receiptNumber}`}
          onTap={() => openPage(`/packages/supervision/timeline/index?id=${row.id}`)}
        >
          {boardWords.chain}
        </Button>
      </View>
    </View>
  )
}
