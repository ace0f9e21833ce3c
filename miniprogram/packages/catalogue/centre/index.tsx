import { Text, View } from '@tarojs/components'
import { getCentre } from '@shared/contracts/catalogue'
import type { OutputOf } from '@shared/contracts/contract'
import { countBy } from '@shared/domain/catalogue-filter'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { FactLine } from '../../../components/fact-line'
import { Row } from '../../../components/row'
import { Screen } from '../../../components/screen'
import { Tag } from '../../../components/tag'
import { Problem, Skeleton } from '../../../components/waiting'
import { useCatalogue } from '../../../cloud/use-catalogue'
import { useQuery } from '../../../cloud/use-query'
import { openPage } from '../../../platform/open-page'
import { callPhone, copyText } from '../../../platform/phone'
import { showMap } from '../../../platform/show-map'
import { copy } from '../copy'
import './centre.css'

/** 服务中心: where it is, when it is open, and what is on which floor. */
export default function CentrePage() {
  const { data: centre, problem, reload } = useQuery(getCentre, {})
  return (
    <Screen title={copy.centre.title}>
      {centre !== undefined ? (
        <>
          <Opening centre={centre} />
          <Place centre={centre} />
          <Areas areas={centre.areas} />
          <Card title={copy.centre.contact}>
            <Row
              id="centre-consult"
              icon="phone"
              title={copy.centre.consult}
              detail={centre.phone}
              onTap={() => callPhone(centre.phone)}
            />
            <Row
              id="centre-complaint"
              icon="phone"
              title={copy.centre.complaint}
              detail={centre.complaintPhone}
              onTap={() => callPhone(centre.complaintPhone)}
            />
            <Row
              id="centre-praise"
              icon="star"
              title={copy.centre.praise}
              detail={copy.centre.praiseDetail}
              onTap={() => openPage('/packages/surveys/praise/index')}
            />
          </Card>
        </>
      ) : problem === undefined ? (
        <Skeleton />
      ) : (
        <Problem problem={problem} onRetry={() => void reload()} />
      )}
    </Screen>
  )
}

type Centre = OutputOf<typeof getCentre>

function Opening({ centre }: { readonly centre: Centre }) {
  return (
    <Card
      title={centre.name}
      aside={<Tag tone={centre.open ? 'green' : 'plain'}>{centre.open ? copy.centre.open : copy.centre.closed}</Tag>}
    >
      <FactLine icon="clock">{centre.openSentence}</FactLine>
      <FactLine icon="calendar">{centre.hoursText}</FactLine>
    </Card>
  )
}

function Place({ centre }: { readonly centre: Centre }) {
  return (
    <Card title={copy.centre.place}>
      <FactLine icon="map">{centre.address}</FactLine>
      <FactLine icon="send">{copy.centre.postcode(centre.postcode)}</FactLine>
      <FactLine icon="bus">{copy.centre.bus(centre.busLines)}</FactLine>
      <View className="centre__actions">
        <Button id="centre-map" kind="secondary" icon="map" onTap={() => showMap(centre)}>
          {copy.centre.map}
        </Button>
        <Button
          id="copy-address"
          kind="secondary"
          icon="file"
          onTap={() => void copyText(`${centre.name}，${centre.address}`, copy.centre.copied)}
        >
          {copy.centre.copyAddress}
        </Button>
      </View>
    </Card>
  )
}

function Areas({ areas }: { readonly areas: Centre['areas'] }) {
  const { items = [] } = useCatalogue()
  const counts = countBy(items, (item) => [item.area])
  return (
    <Card title={copy.centre.areas}>
      {areas.map(({ area, floor, name, description }) => {
        const count = counts.get(area)
        return (
          <View key={area} className="centre__area">
            <Text className="centre__letter">{area}</Text>
            <View className="centre__words">
              <Text className="centre__name">{name}</Text>
              <Text className="centre__detail">{description}</Text>
              <Text className="centre__detail">
                {count === undefined
                  ? copy.centre.floor(floor)
                  : `${copy.centre.floor(floor)} · ${copy.centre.items(count)}`}
              </Text>
            </View>
          </View>
        )
      })}
    </Card>
  )
}
