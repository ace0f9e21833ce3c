import { useState } from 'react'
import { serviceAreas, type ServiceArea } from '@shared/domain/item'
import { keep, kept } from '../../platform/keep'

const key = 'window-area'

/** The service area this device stands in; chosen once, kept on it for whoever works there. */
export function useKeptArea(): readonly [ServiceArea | undefined, (area: ServiceArea) => void] {
  const [area, setArea] = useState(keptArea)
  return [
    area,
    (chosen) => {
      keep(key, chosen)
      setArea(chosen)
    },
  ]
}

function keptArea(): ServiceArea | undefined {
  const found = kept(key)
  return (Object.keys(serviceAreas) as ServiceArea[]).find((area) => area === found)
}
