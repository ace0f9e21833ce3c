import { Text, View } from '@tarojs/components'
import type { findDuplicates } from '@shared/contracts/complaints'
import type { OutputOf } from '@shared/contracts/contract'
import { complaintStates, takesOthersIn } from '@shared/domain/complaint-workflow'
import { formatShortDate } from '@shared/domain/civil-time'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Choices } from '../../../components/choices'
import { words } from '../copy'
import './handled-complaint.css'

type Duplicate = OutputOf<typeof findDuplicates>['duplicates'][number]

const named = ({ complaint, why }: Duplicate) => ({
  value: complaint.id,
  label: complaint.subject,
  detail: [complaintStates[complaint.state].label, formatShortDate(complaint.sentAt), ...why].join(' · '),
})

/** What may be the same matter; where it can be merged, one of them can be chosen. */
export function Duplicates({
  duplicates,
  chosen,
  onChoose,
  onOpen,
}: {
  readonly duplicates: readonly Duplicate[]
  readonly chosen: string | undefined
  readonly onChoose?: (id: string) => void
  readonly onOpen: (id: string) => void
}) {
  return (
    <Card id="duplicates" title={words.duplicates}>
      <Text className="handled-complaint__soft">
        {duplicates.length === 0 ? words.noDuplicates : words.duplicatesDetail}
      </Text>
      {duplicates.map((each) => {
        const { value, label, detail } = named(each)
        const isTarget = takesOthersIn(each.complaint.state)
        return (
          <View key={value} className="handled-complaint__duplicate">
            <View className="handled-complaint__which">
              {onChoose === undefined || !isTarget ? (
                <View className="handled-complaint__words">{`${label}\n${detail}`}</View>
              ) : (
                <Choices
                  id="merge"
                  options={[{ value, label, detail }]}
                  value={chosen ?? ''}
                  onChange={() => onChoose(value)}
                />
              )}
            </View>
            <Button
              id={`open-${value}`}
              kind="quiet"
              small
              label={`${words.open}：${label}`}
              onTap={() => onOpen(value)}
            >
              {words.open}
            </Button>
          </View>
        )
      })}
    </Card>
  )
}
