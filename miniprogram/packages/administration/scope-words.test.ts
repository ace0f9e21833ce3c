import { changeWords, departmentWords } from './scope-words'

describe('a change in words', () => {
  it('says what was given at the beginning', () => {
    expect(changeWords({ part: 'roles', before: [], after: ['reviewer', 'supervisor'] })).toBe(
      '岗位：窗口审批、政管办督查',
    )
  })

  it('says from what to what a name was put right', () => {
    expect(changeWords({ part: 'name', before: ['莫晓琳'], after: ['莫晓林'] })).toBe('姓名：莫晓琳 → 莫晓林')
  })

  it('says what came and what went, and nothing of what stayed', () => {
    const before = ['市民政局', '市教育局']
    expect(changeWords({ part: 'departments', before, after: ['市教育局', '市水利局'] })).toBe(
      '部门：增加市水利局，去掉市民政局',
    )
    expect(changeWords({ part: 'departments', before, after: ['市教育局'] })).toBe('部门：去掉市民政局')
    expect(changeWords({ part: 'departments', before, after: [] })).toBe('部门：去掉市民政局、市教育局')
  })
})

describe('departments in words', () => {
  it('are named while they are few, and counted otherwise', () => {
    expect([
      departmentWords([]),
      departmentWords(['市民政局', '市教育局', '市水利局']),
      departmentWords(['市民政局', '市教育局', '市水利局', '市体育局']),
    ]).toEqual(['不分部门', '市民政局、市教育局、市水利局', '4个部门'])
  })
})
