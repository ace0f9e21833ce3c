import * as fc from 'fast-check'
import { guideScene, itemCodeOfLink, itemCodeOfScene, longestScene } from './guide-address'

const itemCode = fc.stringMatching(/^[a-z0-9-]{1,64}$/)

describe('the scene of a guide', () => {
  it('is the code itself where that is short enough', () => {
    expect(guideScene('real-estate-registration')).toBe('real-estate-registration')
  })

  it('tells two long codes with the same beginning apart', () => {
    expect(guideScene('construction-land-planning-permit-new')).not.toBe(
      guideScene('construction-land-planning-permit-old'),
    )
  })

  it('is always short enough for a mini-program code, and of characters it may carry', () => {
    fc.assert(
      fc.property(itemCode, (code) => {
        expect(guideScene(code)).toMatch(/^[A-Za-z0-9.-]+$/)
        expect(guideScene(code).length).toBeLessThanOrEqual(longestScene)
      }),
    )
  })

  it('leads back to its item, also percent-encoded as WeChat hands it over', () => {
    fc.assert(
      fc.property(fc.uniqueArray(itemCode, { minLength: 1, maxLength: 20, selector: guideScene }), (codes) => {
        for (const code of codes) expect(itemCodeOfScene(encodeURIComponent(guideScene(code)), codes)).toBe(code)
      }),
    )
  })

  it('leads nowhere when nothing fits, however broken it is', () => {
    expect(itemCodeOfScene('%E0%A4%A', ['passport'])).toBeUndefined()
    expect(itemCodeOfScene('visa', ['passport'])).toBeUndefined()
  })
})

describe('a scanned link', () => {
  it('names its item, as WeChat hands it over', () => {
    const link = encodeURIComponent('https://guides.example/g?code=ordinary-passport&from=poster')
    expect(itemCodeOfLink(link)).toBe('ordinary-passport')
  })

  it.each([
    'https://guides.example/g',
    'https://guides.example/g?code=',
    'https://guides.example/g?code=a%2Fb',
    '%E0%A4%A',
  ])('names nothing: %s', (link) => {
    expect(itemCodeOfLink(link)).toBeUndefined()
  })
})
