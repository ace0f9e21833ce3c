import type { Spoken } from './spoken-words'

/** Properties that tell WeChat's screen reader what a view is. */
export function spoken({ role, label, hidden }: Spoken): object {
  return {
    ...(role === undefined ? {} : { ariaRole: role }),
    ...(label === undefined ? {} : { ariaLabel: label }),
    ...(hidden === true ? { ariaHidden: 'true' } : {}),
  }
}
