import { Text, View } from '@tarojs/components'
import type { ApplicationView } from '@shared/contracts/applications'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { callPhone } from '../../../platform/phone'
import { copy } from './copy'
import './outcome.css'

const hotline = '12345'

/** A refusal with its reason, the right authority and both remedies; or the reviewer's words on passing. */
export function Outcome({ outcome }: { readonly outcome: NonNullable<ApplicationView['outcome']> }) {
  if (outcome.remedies === undefined) {
    return (
      <Notice id="window-words">
        <Text>
          {copy.windowWords}:{outcome.reason}
        </Text>
      </Notice>
    )
  }
  return (
    <View>
      <Card id="refusal" title={copy.refusalTitle} tone="red">
        <Text userSelect>{outcome.reason}</Text>
        {outcome.rightAuthority !== undefined && (
          <View className="outcome__authority">
            <Text className="outcome__label">{copy.rightAuthority}</Text>
            <Text className="outcome__name">{outcome.rightAuthority}</Text>
          </View>
        )}
      </Card>
      <Card id="remedies" title={copy.remediesTitle}>
        <Text>{outcome.remedies}</Text>
        <Remedy name={copy.remedyReview} how={copy.remedyReviewHow} />
        <Remedy name={copy.remedySuit} how={copy.remedySuitHow} />
        <View className="outcome__help">
          <Text>{copy.remediesHelp}</Text>
          <View className="outcome__call">
            <Button id="call-hotline" kind="secondary" icon="phone" small onTap={() => callPhone(hotline)}>
              {copy.legalHotline}
            </Button>
          </View>
        </View>
      </Card>
    </View>
  )
}

function Remedy({ name, how }: { readonly name: string; readonly how: string }) {
  return (
    <View className="outcome__remedy">
      <Text className="outcome__name">{name}</Text>
      <Text className="outcome__how">{how}</Text>
    </View>
  )
}
