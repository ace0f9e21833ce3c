import { getCentre as contract } from '@shared/contracts/catalogue'
import { openNow } from '@shared/domain/centre'
import { centre, workingCalendar } from '../../kernel/centre'
import { implementQuery } from '../../kernel/operation'

/** The centre's profile, and whether it is open at this moment. */
export const getCentre = implementQuery(contract, async ({ now }) => {
  const { open, sentence } = openNow(centre, workingCalendar, now)
  const { name, address, postcode, phone, complaintPhone, busLines, latitude, longitude, hours, areas } = centre
  return {
    name,
    address,
    postcode,
    phone,
    complaintPhone,
    busLines: [...busLines],
    latitude,
    longitude,
    hours: hours.map(({ from, to }) => ({ from, to })),
    hoursText: `工作日 ${hours.map(({ from, to }) => `${from}—${to}`).join('、')}`,
    areas: areas.map((area) => ({ ...area })),
    open,
    openSentence: sentence,
  }
})
