import type { Material } from '@shared/domain/item'
import { originalsOf, stepThroughFiles, stillToCompare } from './originals'

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
const file = (id: string) => ({ id, name: id, kind: 'jpeg' as const, bytes: 1 })
const guide = {
  materials: [
    material('identity-card'),
    material('lease', { when: { all: [{ field: 'premises', in: ['rented'] }] } }),
    material('photo', { originals: 0 }),
    material('training-record', { required: false }),
    material('plan', { required: false }),
  ],
}
const content = {
  answers: { premises: 'own' },
  materials: { 'identity-card': [file('a1'), file('a2')], photo: [file('p1')], plan: [file('n1')] },
}

describe('originals at the window', () => {
  const { originals, others } = originalsOf(guide, content)
  const codes = (list: typeof originals) => list.map(({ material: { code } }) => code)

  it('leaves out what does not apply to the answers, and what asks for no original', () => {
    expect(codes(originals)).toEqual(['identity-card', 'training-record', 'plan'])
    expect(codes(others)).toEqual(['photo'])
  })
  it('needs every original that is required or was sent in, and no optional one that was not', () => {
    expect(codes(stillToCompare(originals, new Set()))).toEqual(['identity-card', 'plan'])
    expect(codes(stillToCompare(originals, new Set(['identity-card'])))).toEqual(['plan'])
    expect(stillToCompare(originals, new Set(['identity-card', 'plan']))).toEqual([])
  })
  it('goes through the files of all materials and stops at the ends', () => {
    const first = { code: 'identity-card', place: 0 }
    const second = stepThroughFiles(originals, first, 1)
    expect(second).toEqual({ code: 'identity-card', place: 1 })
    expect(stepThroughFiles(originals, second!, 1)).toEqual({ code: 'plan', place: 0 })
    expect(stepThroughFiles(originals, { code: 'plan', place: 0 }, 1)).toBeUndefined()
    expect(stepThroughFiles(originals, first, -1)).toBeUndefined()
  })
})
