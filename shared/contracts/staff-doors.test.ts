import { listQueue } from './applications'
import { listWaiting } from './applications-window'
import { listEditableItems } from './catalogue-editing'
import { listComplaints } from './complaints'
import type { Contract } from './contract'
import { listDesk } from './deliveries'
import { listMembers } from './staff'
import { opensTo, staffDoors, type StaffDoor } from './staff-doors'
import { getBoard } from './supervision'
import { getSatisfaction, listRatedWindows, listRectifications, listReturnVisitSamples } from './surveys'

/** The first thing each door's page asks for. */
const behind: Readonly<Record<StaffDoor, Contract>> = {
  queue: listQueue,
  supervision: getBoard,
  window: listWaiting,
  courierDesk: listDesk,
  items: listEditableItems,
  administration: listMembers,
  complaints: listComplaints,
  rectifications: listRectifications,
  returnVisits: listReturnVisitSamples,
  satisfaction: getSatisfaction,
  windowCodes: listRatedWindows,
}

describe('the doors to the workbenches', () => {
  it.each(Object.keys(staffDoors) as StaffDoor[])('open %s to exactly those who may call what is behind it', (door) => {
    const { access } = behind[door]
    expect(access.kind === 'staff' ? [...access.roles].sort() : access.kind).toEqual([...staffDoors[door]].sort())
  })

  it('stay shut to members without one of the roles', () => {
    expect(opensTo('window', { roles: ['courier-desk', 'supervisor'] })).toBe(false)
    expect(opensTo('window', { roles: ['courier-desk', 'reviewer'] })).toBe(true)
  })
})
