import { stepThrough, type Viewed } from './viewed-file'

const file = (id: string) => ({ id, name: id, kind: 'jpeg' as const, bytes: 1 })
const parts = [
  { key: 'material:plan', files: [file('n1')], before: [file('o1'), file('o2')] },
  { key: 'material:empty', files: [] },
  { key: 'material:photos', files: [file('p1'), file('p2')] },
]
const walk = (direction: 1 | -1, from: Viewed) => {
  const seen: Viewed[] = []
  for (let at: Viewed | undefined = from; at !== undefined; at = stepThrough(parts, at, direction)) seen.push(at)
  return seen.map(({ key, which, place }) => `${key} ${which} ${place}`)
}

describe('going through the materials', () => {
  const forward = [
    'material:plan now 0',
    // The correction has one file fewer: the second place has an old one only.
    'material:plan before 1',
    'material:photos now 0',
    'material:photos now 1',
  ]
  it('shows every place of the longer side, then the next material that has files', () => {
    expect(walk(1, { key: 'material:plan', which: 'now', place: 0 })).toEqual(forward)
  })
  it('comes back the same way', () => {
    expect(walk(-1, { key: 'material:photos', which: 'now', place: 1 })).toEqual([...forward].reverse())
  })
  it('ends where there is nothing more', () => {
    expect(stepThrough(parts, { key: 'material:photos', which: 'now', place: 1 }, 1)).toBeUndefined()
  })
})
