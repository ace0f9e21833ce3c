import { canTakeFrom, type Colleague } from './colleagues'

const mo: Colleague = {
  id: 'mo',
  name: '莫晓琳',
  roles: ['reviewer'],
  departments: ['市市场监督管理局', '市民政局'],
  state: 'suspended',
}
const tang: Colleague = { ...mo, id: 'tang', departments: ['市民政局'], state: 'active' }

describe('who can take cases over', () => {
  it('is a reviewer at work who shares a department, also from somebody who is suspended', () =>
    expect(canTakeFrom(mo, tang)).toBe(true))

  it('is the comprehensive window as well', () =>
    expect(canTakeFrom(mo, { ...tang, roles: ['comprehensive'] })).toBe(true))

  it.each([
    ['the same person', { id: 'mo' }],
    ['somebody of another department', { departments: ['市公安局'] }],
    ['somebody suspended', { state: 'suspended' }],
    ['a supervisor', { roles: ['supervisor'] }],
    ['an administrator', { roles: ['administrator'], departments: [] }],
  ] as const)('is not %s', (_, change) =>
    expect(canTakeFrom(mo, { ...tang, ...(change as Partial<Colleague>) })).toBe(false),
  )
})
