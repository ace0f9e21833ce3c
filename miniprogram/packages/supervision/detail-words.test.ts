import { detailInWords } from './detail-words'

describe('a detail of an entry', () => {
  it('is said in words where it has a name', () => {
    expect(detailInWords({ name: 'to', value: 'accepted' })).toBe('新状态:已受理')
    expect(detailInWords({ name: 'from', value: 'draft' })).toBe('原状态:草稿')
    expect(detailInWords({ name: 'channel', value: 'online-full' })).toBe('办理方式:网上申请、网上办结')
    expect(detailInWords({ name: 'note', value: 'passed' })).toBe('说明:passed')
  })

  it('is shown as it was written where nobody named it', () => {
    expect(detailInWords({ name: 'constructor', value: 'x' })).toBe('constructor:x')
    expect(detailInWords({ name: 'queueNumber', value: '"D023"' })).toBe('queueNumber:"D023"')
    expect(detailInWords({ name: 'to', value: 'unheard-of' })).toBe('新状态:unheard-of')
  })
})
