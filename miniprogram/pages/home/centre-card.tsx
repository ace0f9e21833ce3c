import { View } from '@tarojs/components'
import { getCentre } from '@shared/contracts/catalogue'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { FactLine } from '../../components/fact-line'
import { Row } from '../../components/row'
import { Tag } from '../../components/tag'
import { Problem, Skeleton } from '../../components/waiting'
import { useQuery } from '../../cloud/use-query'
import { openPage } from '../../platform/open-page'
import { callPhone } from '../../platform/phone'
import { showMap } from '../../platform/show-map'
import './centre-card.css'
import { copy } from './copy'

/** The centre: whether it is open, how to get there, whom to call. */
export function CentreCard() {
  const { data: centre, problem, reload } = useQuery(getCentre, {})
  if (centre === undefined) {
    if (problem === undefined) return <Skeleton cards={1} />
    return (
      <Card title={copy.centre.title}>
        <Problem problem={problem} onRetry={() => void reload()} />
      </Card>
    )
  }
  return (
    <Card
      id="centre"
      title={centre.name}
      aside={<Tag tone={centre.open ? 'green' : 'plain'}>{centre.open ? copy.centre.open : copy.centre.closed}</Tag>}
    >
      <FactLine icon="clock">{centre.openSentence}</FactLine>
      <FactLine icon="calendar">{centre.hoursText}</FactLine>
      <FactLine icon="map">{centre.address}</FactLine>
      <FactLine icon="bus">{`${copy.centre.bus} ${copy.centre.busLines(centre.busLines)}`}</FactLine>
      <View className="centre-card__actions">
        <Button id="centre-call" kind="secondary" icon="phone" onTap={() => callPhone(centre.phone)}>
          {copy.centre.call}
        </Button>
        <Button id="centre-map" kind="secondary" icon="map" onTap={() => showMap(centre)}>
          {copy.centre.map}
        </Button>
      </View>
      <Row id="centre-more" title={copy.centre.more} onTap={() => openPage('/packages/catalogue/centre/index')} />
    </Card>
  )
}
