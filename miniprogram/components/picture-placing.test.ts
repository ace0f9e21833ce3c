import fc from 'fast-check'
import { fitted, placePicture, turned, zoomed, type Look } from './picture-placing'

const side = fc.integer({ min: 1, max: 5000 })
const box = fc.record({ width: side, height: side })

describe('a picture in its frame', () => {
  it('is seen whole when it is fitted, however it is turned', () => {
    fc.assert(
      fc.property(box, box, fc.constantFrom<Look['turns']>(0, 1, 2, 3), (frame, natural, turns) => {
        const { room } = placePicture(frame, natural, { zoom: 1, turns })
        expect(room.width).toBeLessThanOrEqual(frame.width + 0.001)
        expect(room.height).toBeLessThanOrEqual(frame.height + 0.001)
      }),
    )
  })
  it('keeps its proportions', () => {
    fc.assert(
      fc.property(box, box, fc.constantFrom<Look['turns']>(0, 1, 2, 3), (frame, natural, turns) => {
        const { picture } = placePicture(frame, natural, { zoom: 2, turns })
        expect(picture.width * natural.height).toBeCloseTo(picture.height * natural.width, 3)
      }),
    )
  })
  it('takes up turned room when it lies on its side', () => {
    const { picture, room } = placePicture({ width: 400, height: 300 }, { width: 1600, height: 1200 }, turned(fitted))
    expect(room).toEqual({ width: picture.height, height: picture.width })
  })
  it('is as it was after four turns', () => {
    expect(turned(turned(turned(turned(fitted))))).toEqual(fitted)
  })
  it('comes back to its size after as many steps in as out, and stops at the ends', () => {
    expect(zoomed(zoomed(fitted, 1), -1)).toEqual(fitted)
    expect(zoomed(fitted, -1)).toBe(fitted)
    const largest = Array.from({ length: 20 }).reduce<Look>((look) => zoomed(look, 1), fitted)
    expect(zoomed(largest, 1)).toBe(largest)
  })
})
