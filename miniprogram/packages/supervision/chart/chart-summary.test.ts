import { chartSummary } from './chart-summary'

const unit = (value: number) => `${String(value)}件`

describe('what a screen reader hears of a chart', () => {
  it('is what it shows, with the highest and lowest values, and where the numbers stand', () => {
    const series = [{ name: '已超期', tone: 'red', values: [3, undefined, 1] }] as const
    expect(chartSummary('按部门', { kind: 'bars', labels: ['甲', '乙', '丙'], series, unit })).toBe(
      '条形图。按部门。已超期：最高甲3件，最低丙1件。同样的数字见下面的表',
    )
  })

  it('says that all are the same, or that there are none', () => {
    const series = [
      { name: '收件', tone: 'accent', values: [2, 2] },
      { name: '办结', tone: 'calm', values: [undefined, undefined] },
    ] as const
    expect(chartSummary('按月', { kind: 'lines', labels: ['1月', '2月'], series, unit })).toBe(
      '折线图。按月。收件：2件。办结：没有数据。同样的数字见下面的表',
    )
  })
})
