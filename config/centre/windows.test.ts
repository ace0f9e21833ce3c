import { catalogue } from './catalogue'
import { departments } from './departments'
import { windowCodes } from './windows'

describe('the codes of the windows', () => {
  const windows = departments.flatMap((department) => department.windows)

  it('are one for each window of the departments, and none twice', () => {
    expect(Object.keys(windowCodes).sort()).toEqual([...windows].sort())
    expect(new Set(Object.values(windowCodes)).size).toBe(windows.length)
  })

  it('begin with the area the window is in, and fit into a mini-program code', () => {
    for (const [window, code] of Object.entries(windowCodes)) {
      expect(code).toMatch(/^[A-D]\d{2}$/)
      expect(code.charAt(0)).toBe(window.charAt(0))
    }
  })

  it('cover every window that an item names', () => {
    expect(catalogue.map(({ window }) => window).filter((window) => windowCodes[window] === undefined)).toEqual([])
  })
})
