import { pledgeBlockEnd, pledgeText } from './pledge'

describe('the pledge', () => {
  const item = { name: '茶馆经营许可', conditions: ['有固定经营场所', '符合消防要求'] }

  it('names the person, the item, every condition and the day', () => {
    const text = pledgeText(item, { name: '秦漓江' }, '2026-05-11')
    expect(text.split('\n').slice(0, 5)).toEqual([
      '承诺书',
      '本人（单位）秦漓江申请办理「茶馆经营许可」，已经知晓办理机关告知的全部内容，现自愿作出如下承诺：',
      '一、已符合办理本事项的条件：',
      '1. 有固定经营场所',
      '2. 符合消防要求',
    ])
    expect(text.split('\n').slice(-2)).toEqual(['承诺人：秦漓江', '承诺日期：2026年5月11日'])
  })

  it('promises no list of conditions where the guide has none', () => {
    expect(pledgeText({ ...item, conditions: [] }, { name: '秦漓江' }, '2026-05-11')).toContain('办理本事项的条件。')
  })

  it('that is broken blocks another for a year', () => {
    expect(pledgeBlockEnd('2026-05-11')).toBe('2027-05-11')
  })
})
