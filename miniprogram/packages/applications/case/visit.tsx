import { Text, View } from '@tarojs/components'
import type { Guide } from '@shared/contracts/catalogue'
import { getCentre } from '@shared/contracts/catalogue'
import type { OutputOf } from '@shared/contracts/contract'
import { applicableMaterials, type FormAnswers } from '@shared/domain/item'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Icon } from '../../../components/icon'
import { Tag } from '../../../components/tag'
import { callPhone } from '../../../platform/phone'
import { showMap } from '../../../platform/show-map'
import { Fact, Facts } from '../../../components/facts'
import { copy } from './copy'
import './visit.css'

type Centre = OutputOf<typeof getCentre>

/** After passing: what to bring, where to go, and when somebody is there. */
export function Visit({
  guide,
  centre,
  answers,
}: {
  readonly guide: Guide
  readonly centre: Centre | undefined
  readonly answers: FormAnswers
}) {
  const toBring = applicableMaterials(guide, answers).filter(({ originals }) => originals > 0)
  return (
    <Card id="visit" title={copy.visitTitle}>
      <Text className="visit__heading">{copy.bring}</Text>
      {toBring.length === 0 && <Text>{copy.bringNothing}</Text>}
      {toBring.map((material) => (
        <View key={material.code} className="visit__material">
          <View className="visit__tick">
            <Icon name="check" size="s" />
          </View>
          <View className="visit__words">
            <Text>{material.name}</Text>
            <Text className="visit__counts">{copy.bringCounts(material.originals, material.copies)}</Text>
          </View>
        </View>
      ))}
      <View className="visit__place">
        <Facts>
          <Fact label={copy.where}>{guide.place}</Fact>
          <Fact label={copy.window}>{guide.window}</Fact>
          <Fact label={copy.hours}>
            <Text>{guide.officeHours}</Text>
            {centre !== undefined && (
              <View className="visit__open">
                <Tag tone={centre.open ? 'green' : 'plain'}>{centre.openSentence}</Tag>
              </View>
            )}
          </Fact>
          <Fact label={copy.fee}>{guide.fee.amount}</Fact>
        </Facts>
      </View>
      <View className="visit__actions">
        {centre !== undefined && (
          <Button
            id="open-map"
            kind="secondary"
            icon="map"
            onTap={() =>
              showMap({
                latitude: centre.latitude,
                longitude: centre.longitude,
                name: centre.name,
                address: centre.address,
              })
            }
          >
            {copy.map}
          </Button>
        )}
        <Button id="call-window" kind="secondary" icon="phone" onTap={() => callPhone(guide.consultPhone)}>
          {copy.call}
        </Button>
      </View>
    </Card>
  )
}
