import { departments } from '../../config/centre/departments'
import { windowCodes } from '../../config/centre/windows'
import { centre } from '../kernel/centre'

/** A window as its code on the counter names it. */
export interface RatedWindow {
  readonly code: string
  readonly name: string
  readonly department: string
  readonly place: string
}

const byCode: ReadonlyMap<string, RatedWindow> = new Map(
  departments.flatMap(({ name: department, windows }) =>
    windows.flatMap((name) => {
      const code = windowCodes[name]
      if (code === undefined) return []
      const area = centre.areas.find((each) => name.startsWith(each.area))
      const place = area === undefined ? '' : `${area.floor}${area.area}区 ${area.name}`
      return [[code, { code, name, department, place }] as const]
    }),
  ),
)

export function findRatedWindow(code: string): RatedWindow | undefined {
  return byCode.get(code)
}

/** All of them, in the order of their codes. */
export const ratedWindows: readonly RatedWindow[] = [...byCode.values()].sort((one, other) =>
  one.code < other.code ? -1 : 1,
)
