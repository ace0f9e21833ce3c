import { deskList, type Waiting } from './desk-parts'

const person = (id: string, actions: Waiting['actions']): Waiting => ({
  appointmentId: id,
  queueNumber: id,
  itemName: '食品经营许可',
  personName: '秦晓梅',
  state: 'checked-in',
  arrivedAt: 1,
  actions,
})
const waits = ['call', 'serve'] as const
const isCalled = ['call-again', 'pass-over', 'serve'] as const
const people = [
  person('D001-called-elsewhere', [...isCalled]),
  person('D002-called-here', [...isCalled]),
  person('D003-first', [...waits]),
  person('D004-second', [...waits]),
]

describe('the list as one desk sees it', () => {
  it('has the one it called itself at the desk, and the first who may be called as the next', () => {
    const { current, next, others } = deskList(people, 'D002-called-here')
    expect(current?.queueNumber).toBe('D002-called-here')
    expect(next?.queueNumber).toBe('D003-first')
    expect(others.map(({ queueNumber }) => queueNumber)).toEqual(['D001-called-elsewhere', 'D003-first', 'D004-second'])
  })
  it('has nobody at the desk once the one it called was passed over or served', () => {
    expect(deskList(people, 'D003-first').current).toBeUndefined()
    expect(deskList(people, 'D009-served').current).toBeUndefined()
    expect(deskList(people, undefined).current).toBeUndefined()
  })
  it('has nobody next when all are being called', () => {
    expect(deskList(people.slice(0, 2), undefined).next).toBeUndefined()
  })
})
