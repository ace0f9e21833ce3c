import { detailsInWords } from './detail-words'

const said = (details: Readonly<Record<string, string>>) =>
  detailsInWords(Object.entries(details).map(([name, value]) => ({ name, value })))

describe('the details of an entry', () => {
  it('say a step from state to state on one line', () => {
    expect(said({ from: 'draft', to: 'accepted', note: '已核对' })).toEqual(['状态：草稿 → 已受理', '说明：已核对'])
  })

  it('say from and to as they are where they are no states', () => {
    expect(said({ clock: 'visit', from: '2026-06-01', to: '2026-06-03' })).toEqual([
      '时限：到窗口期限',
      '由：2026-06-01',
      '改为：2026-06-03',
    ])
  })

  it('say the words of the tables, lists and answers', () => {
    expect(said({ channel: 'online-full', reason: 'hearing', colour: 'red', onBehalf: 'true' })).toEqual([
      '办理方式：网上申请、网上办结',
      '理由：听证',
      '预警：已超期',
      '窗口代办：是',
    ])
    const marks = [
      { part: 'field', code: 'premises', defect: 'inconsistent' },
      { part: 'material', code: 'plan', defect: 'unheard-of' },
    ]
    expect(said({ marks: JSON.stringify(marks), compared: '["plan","photo"]' })).toEqual([
      '需补正部分：premises（与表单不一致）、plan',
      '已核对原件：plan、photo',
    ])
  })

  it('are shown as they were written where nothing is known of them', () => {
    expect(said({ constructor: 'x', note: '[加急', reason: '材料不全', changed: '[1]' })).toEqual([
      'constructor：x',
      '说明：[加急',
      '理由：材料不全',
      '改动部分：1',
    ])
  })
})
