import type { FileKind, Material, ServiceArea } from '@shared/domain/item'
import { serviceAreas } from '@shared/domain/item'

/** What every guide of the centre says alike; a department that sits elsewhere writes its own. */
export const officeHours = '周一至周五 9:00—12:00, 13:30—16:30（法定节假日除外）'
export const consultPhone = '0773-5813252'
export const complaintPhone = '12345'

const address = '桂林市临桂区西城中路69号创业大厦西辅楼'
const floors: Readonly<Record<ServiceArea, string>> = { A: '2楼', B: '2楼', C: '3楼', D: '3楼' }

/** Where a service area is, as a guide prints it: address, floor and the area's name. */
export function placeOf(area: ServiceArea): string {
  return `${address}${floors[area]}${area}区（${serviceAreas[area]}）`
}

type Accepted = Pick<Material, 'accepts' | 'maxMegabytes' | 'maxFiles'>
const pictures: readonly FileKind[] = ['jpeg', 'png']

/** A certificate or a page that a phone photographs: front and back, two more for annotation pages. */
export const photo: Accepted = { accepts: pictures, maxMegabytes: 5, maxFiles: 4 }

/** A document of several pages: one PDF, or its pages photographed one by one. */
export const scan: Accepted = { accepts: [...pictures, 'pdf'], maxMegabytes: 10, maxFiles: 9 }
