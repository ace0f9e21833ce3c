import { useEffect, useRef } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { shortcutFor, type Shortcut, type ShortcutLayer } from './shortcut-layers'

/** Whether this platform has a keyboard that can be listened to. */
export const hasShortcuts: boolean = true

const layers: { current: ShortcutLayer & { readonly isShown: boolean } }[] = []

/**
 * Makes keys do something while the component is on the screen; see `shortcutFor` for what is left alone. Pages below the
 * shown one stay in the document, and hear nothing.
 */
export function useShortcuts(shortcuts: readonly Shortcut[], isExclusive = false): void {
  const isShown = useRef(true)
  const layer = useRef({ shortcuts, isExclusive, isShown: true })
  useEffect(() => {
    layer.current = { shortcuts, isExclusive, isShown: isShown.current }
  })
  useDidShow(() => {
    isShown.current = true
    layer.current = { ...layer.current, isShown: true }
  })
  useDidHide(() => {
    isShown.current = false
    layer.current = { ...layer.current, isShown: false }
  })
  useEffect(() => {
    if (layers.length === 0) window.addEventListener('keydown', listen)
    layers.push(layer)
    return () => {
      layers.splice(layers.indexOf(layer), 1)
      if (layers.length === 0) window.removeEventListener('keydown', listen)
    }
  }, [])
}

function listen(event: KeyboardEvent): void {
  // A dialog of the browser's own has the keyboard to itself.
  if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return
  const shortcut = shortcutFor(
    layers.map(({ current }) => current).filter(({ isShown }) => isShown),
    {
      key: event.key,
      isModified: event.ctrlKey || event.altKey || event.metaKey,
      isTyping: event.isComposing || takesText(event.target),
    },
  )
  if (shortcut === undefined) return
  event.preventDefault()
  shortcut.run()
}

function takesText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
