import type { HomeVisitView } from '@shared/contracts/applications-window'
import { openHomeVisitActions, type HomeVisitState } from '@shared/domain/home-visit-workflow'
import { visitGroups } from './visit-groups'

const visit = (id: string, state: HomeVisitState, rest: Partial<HomeVisitView> = {}): HomeVisitView => ({
  id,
  applicationId: 'a',
  receiptNumber: 'GL20260510482177305',
  itemName: '老年人优待证',
  personName: '廖德生',
  state,
  reason: 'bedridden',
  explanation: '卧床三年',
  address: '象山区中山南路1号',
  actions: [...openHomeVisitActions(state, 'window')],
  requestedAt: 1,
  ...rest,
})
const ids = (visits: readonly HomeVisitView[]) => visits.map(({ id }) => id)

describe('home visits by what they wait for', () => {
  const groups = visitGroups([
    visit('asked-later', 'requested', { requestedAt: 2 }),
    visit('asked-first', 'requested', { requestedAt: 1 }),
    visit('agreed', 'approved'),
    visit('tomorrow-afternoon', 'scheduled', { date: '2026-05-13', from: '15:00' }),
    visit('tomorrow-morning', 'scheduled', { date: '2026-05-13', from: '09:00' }),
    visit('today', 'scheduled', { date: '2026-05-12', from: '16:00' }),
    visit('over', 'done'),
  ])
  it('answers who asked first, and goes first where the time is soonest', () => {
    expect(ids(groups.asked)).toEqual(['asked-first', 'asked-later'])
    expect(ids(groups.agreed)).toEqual(['agreed'])
    expect(ids(groups.arranged)).toEqual(['today', 'tomorrow-morning', 'tomorrow-afternoon'])
  })
  it('leaves out what is over', () => {
    expect(ids([...groups.asked, ...groups.agreed, ...groups.arranged])).not.toContain('over')
  })
})
