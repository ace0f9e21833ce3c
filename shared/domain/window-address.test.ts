import { scannedWindow } from './window-address'

describe('the window on whose card somebody scanned', () => {
  it.each([
    ['the page itself', { window: 'D03' }],
    ['a link, as WeChat hands it over', { q: encodeURIComponent('https://example.cn/w?window=D03') }],
    ['a link with more behind it', { q: encodeURIComponent('https://example.cn/w?from=card&window=D03&x=1#top') }],
    ['a mini-program code', { scene: 'D03' }],
  ])('is found from %s', (_how, opening) => {
    expect(scannedWindow(opening)).toBe('D03')
  })

  it.each([
    ['nothing was scanned', {}],
    ['the link names none', { q: encodeURIComponent('https://example.cn/w?code=passport') }],
    ['the code is none', { scene: '%3Cscript%3E' }],
    ['the encoding is broken', { scene: '%E0%A4%A' }],
  ])('is none where %s', (_why, opening) => {
    expect(scannedWindow(opening)).toBeUndefined()
  })
})
