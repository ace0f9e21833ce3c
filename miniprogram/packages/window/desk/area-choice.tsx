import { useState } from 'react'
import { getCentre } from '@shared/contracts/catalogue'
import { serviceAreas, type ServiceArea } from '@shared/domain/item'
import { useQuery } from '../../../cloud/use-query'
import { Card } from '../../../components/card'
import { Choices } from '../../../components/choices'
import { Notice } from '../../../components/notice'
import { deskWords } from '../copy'

/** Which area this device stands in. */
export function AreaChoice({ onChoose }: { readonly onChoose: (area: ServiceArea) => void }) {
  const [chosen, setChosen] = useState('')
  const { data: centre } = useQuery(getCentre, {})
  const options = (Object.keys(serviceAreas) as ServiceArea[]).map((value) => {
    const place = centre?.areas.find(({ area }) => area === value)
    return {
      value,
      label: `${value} ${serviceAreas[value]}`,
      ...(place === undefined ? {} : { detail: `${place.floor} ${place.description}` }),
    }
  })
  return (
    <Card title={deskWords.chooseTitle}>
      <Notice>{deskWords.chooseDetail}</Notice>
      <Choices
        id="area"
        options={options}
        value={chosen}
        onChange={(area) => {
          setChosen(area)
          onChoose(area)
        }}
      />
    </Card>
  )
}
