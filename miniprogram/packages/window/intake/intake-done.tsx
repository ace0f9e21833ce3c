import { Text, View } from '@tarojs/components'
import type { ApplicationView } from '@shared/contracts/applications'
import type { Guide } from '@shared/contracts/catalogue'
import { formatReceiptNumber } from '@shared/domain/receipt-number'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Accepted } from '../accept/accepted'
import { intakeWords } from '../copy'
import './intake-done.css'

/** The slip, and what the person is told: how they find the case on their phone. */
export function IntakeDone({
  view,
  guide,
  centreName,
  onAnother,
}: {
  readonly view: ApplicationView
  readonly guide: Guide
  readonly centreName: string
  readonly onAnother: () => void
}) {
  return (
    <Accepted view={view} guide={guide} centreName={centreName} detail={intakeWords.acceptedDetail(view.department)}>
      <Card id="tell" title={intakeWords.tellTitle}>
        {intakeWords.tell(formatReceiptNumber(view.receiptNumber)).map((sentence, place) => (
          <View key={sentence} className="intake-done__step">
            <Text className="intake-done__place">{place + 1}</Text>
            <Text className="intake-done__sentence" userSelect>
              {sentence}
            </Text>
          </View>
        ))}
        <Button id="another" kind="secondary" onTap={onAnother}>
          {intakeWords.another}
        </Button>
      </Card>
    </Accepted>
  )
}
