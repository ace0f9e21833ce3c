import type { Shortcut } from './shortcut-layers'

/** Whether this platform has a keyboard that can be listened to: WeChat gives a page no keys. */
export const hasShortcuts: boolean = false

export function useShortcuts(_shortcuts: readonly Shortcut[], _isExclusive = false): void {
  // There are no keys to listen to.
}
