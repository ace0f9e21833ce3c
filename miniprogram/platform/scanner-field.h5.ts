import { useEffect, useRef } from 'react'
import { shownElement } from './shown-element'

/**
 * Brings what a hand-held scanner types (fast keys and Enter at the end) into one field, wherever the focus was, unless
 * another field has it; and makes keys do something in that field. A key of one character counts only while the field is
 * empty, since it may be part of a code.
 */
export function useScannerField(fieldId: string, keys: Readonly<Record<string, () => void>>): void {
  const current = useRef(keys)
  useEffect(() => {
    current.current = keys
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const field = shownElement(fieldId)
      if (!(field instanceof HTMLInputElement) || isCovered() || event.isComposing) return
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return
      const isInField = event.target === field
      if (!isInField && takesText(event.target)) return
      const run = current.current[event.key]
      const isCharacter = event.key.length === 1
      if (run !== undefined && (!isCharacter || field.value === '')) {
        event.preventDefault()
        run()
      } else if (!isInField && isCharacter && event.key !== ' ') {
        // The character itself follows the focus into the field.
        field.focus({ preventScroll: true })
      }
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [fieldId])
}

/** Something lies over the page and has the keyboard to itself. */
function isCovered(): boolean {
  const dialogs = document.querySelectorAll<HTMLElement>('[role="dialog"], dialog[open]')
  return [...dialogs].some((each) => each.getClientRects().length > 0)
}

function takesText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
