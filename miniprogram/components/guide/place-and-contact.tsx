import { View } from '@tarojs/components'
import { getCentre, type Guide } from '@shared/contracts/catalogue'
import { Button } from '../button'
import { Card } from '../card'
import { FactLine } from '../fact-line'
import { Row } from '../row'
import { useQuery } from '../../cloud/use-query'
import { openPage } from '../../platform/open-page'
import { callPhone } from '../../platform/phone'
import { showMap } from '../../platform/show-map'
import { copy } from './copy'
import './place-and-contact.css'
import { sectionId } from './section-bar'

/** Where, when, and whom to ask. */
export function PlaceAndContact({ guide }: { readonly guide: Guide }) {
  const { data: centre } = useQuery(getCentre, {})
  const isAtCentre = centre !== undefined && guide.place.includes(centre.address)
  return (
    <>
      <Card id={sectionId('place')} title={copy.guide.placeTitle}>
        <FactLine icon="map">{guide.place}</FactLine>
        <FactLine icon="building">{guide.window}</FactLine>
        <FactLine icon="clock">{guide.officeHours}</FactLine>
        {isAtCentre && (
          <>
            <View className="place-and-contact__actions">
              <Button id="guide-map" kind="secondary" icon="map" onTap={() => showMap(centre)}>
                {copy.guide.map}
              </Button>
            </View>
            <Row
              id="guide-centre"
              title={copy.guide.centre}
              detail={centre.openSentence}
              onTap={() => openPage('/packages/catalogue/centre/index')}
            />
          </>
        )}
      </Card>
      <Card title={copy.guide.contactTitle}>
        <Call id="consult" name={copy.guide.consult} phone={guide.consultPhone} />
        <Call id="complaint" name={copy.guide.complaint} phone={guide.complaintPhone} />
      </Card>
    </>
  )
}

function Call({ id, name, phone }: { readonly id: string; readonly name: string; readonly phone: string }) {
  return <Row id={`call-${id}`} icon="phone" title={name} detail={phone} onTap={() => callPhone(phone)} />
}
