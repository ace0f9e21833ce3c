/** What one key does. */
export interface Shortcut {
  /** As the browser names the key: `j`, `Escape`, `ArrowLeft`, `+`. */
  readonly key: string
  readonly run: () => void
  /** Whether it means anything just now; if not, the layers below are asked. */
  readonly applies?: () => boolean
}

/** The keys of one thing on the screen; what is opened later lies above what was there. */
export interface ShortcutLayer {
  readonly shortcuts: readonly Shortcut[]
  /** Nothing below it hears a key, as below a viewer that covers the page. */
  readonly isExclusive: boolean
}

/** A key as it was pressed. */
export interface KeyPress {
  readonly key: string
  /** With Ctrl, Alt or Meta: the browser's and the screen reader's own. */
  readonly isModified: boolean
  /** In a field that takes text, or while an input method composes. */
  readonly isTyping: boolean
}

/** The shortcut a key means, in the topmost layer that has it; none while somebody types. */
export function shortcutFor(layers: readonly ShortcutLayer[], press: KeyPress): Shortcut | undefined {
  if (press.isModified || press.isTyping) return undefined
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key
  for (const layer of [...layers].reverse()) {
    const found = layer.shortcuts.find((shortcut) => shortcut.key === key && (shortcut.applies?.() ?? true))
    if (found !== undefined) return found
    if (layer.isExclusive) return undefined
  }
  return undefined
}
