import type { AppointmentView } from '@shared/contracts/applications-window'
import { keepOwn, keptOwn } from '../../../cloud/session'

/** The visit codes on this device, so that they open in a hall without reception. Newest first, a few. */
const key = 'visits'
const mostKept = 5

const isVisit = (value: unknown): value is AppointmentView => {
  const { id, itemName, place, state, actions } = (value ?? {}) as Partial<AppointmentView>
  return [id, itemName, place, state].every((each) => typeof each === 'string') && Array.isArray(actions)
}

function all(): readonly AppointmentView[] {
  const stored = keptOwn(key)
  return Array.isArray(stored) ? stored.filter(isVisit) : []
}

export function keepVisit(visit: AppointmentView): void {
  const others = all().filter(({ id }) => id !== visit.id)
  keepOwn(key, [visit, ...others].slice(0, mostKept))
}

/** As it was last seen; what can be done with it has to be asked again. */
export function keptVisit(id: string): AppointmentView | undefined {
  const found = all().find((each) => each.id === id)
  return found === undefined ? undefined : { ...found, actions: [] }
}
