import type { Spoken } from './spoken-words'

/** Attributes that tell a browser's screen reader what an element is. */
export function spoken({ role, label, hidden }: Spoken): object {
  return {
    ...(role === undefined ? {} : { role }),
    ...(label === undefined ? {} : { 'aria-label': label }),
    ...(hidden === true ? { 'aria-hidden': 'true' } : {}),
    ...(role === 'heading' ? { 'aria-level': '2' } : {}),
  }
}
