import type { Material } from './item'
import { originalsToCompare } from './originals'

const material = (code: string, rule: Partial<Material> = {}): Material => ({
  code,
  name: code,
  required: true,
  originals: 1,
  copies: 0,
  source: '申请人',
  accepts: ['jpeg'],
  maxMegabytes: 10,
  maxFiles: 5,
  tips: [],
  ...rule,
})
const item = {
  materials: [
    material('identity-card'),
    material('lease', { when: { all: [{ field: 'premises', in: ['rented'] }] } }),
    material('photo', { originals: 0 }),
    material('training-record', { required: false }),
  ],
}
const codes = (answers: Record<string, string>, sent: Record<string, readonly string[]>) =>
  originalsToCompare(item, answers, sent).map(({ code }) => code)

describe('originals to compare before acceptance', () => {
  it('are the required ones that apply to the answers, whether they were sent in or not', () => {
    expect(codes({}, {})).toEqual(['identity-card'])
    expect(codes({ premises: 'rented' }, {})).toEqual(['identity-card', 'lease'])
  })
  it('are the optional ones only when they were sent in', () => {
    expect(codes({}, { 'training-record': ['a file'] })).toEqual(['identity-card', 'training-record'])
    expect(codes({}, { 'training-record': [] })).toEqual(['identity-card'])
  })
  it('are never those that ask for no original', () => {
    expect(codes({}, { photo: ['a file'] })).not.toContain('photo')
  })
})
