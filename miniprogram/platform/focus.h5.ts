import { useEffect } from 'react'
import { shownElement } from './shown-element'

/** Moves the keyboard's focus, and what a screen reader reads, to an element; scrolled to the middle, just into sight, or not. */
export function focusElement(id: string, to: 'middle' | 'sight' | 'nowhere' = 'middle'): void {
  const element = shownElement(id)
  if (element === undefined) return
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1')
  element.focus({ preventScroll: true })
  if (to !== 'nowhere') element.scrollIntoView({ block: to === 'middle' ? 'center' : 'nearest' })
}

/** How often a page that is not shown yet is looked at again (ms). */
const shownCheckMs = 100

/**
 * Gives an element the focus as soon as its page is shown: a page is put into the document before, for as long as a slow
 * machine takes, and nothing hidden takes the focus.
 */
export function useFocusOnceShown(id: string, isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted) return
    const timer = setInterval(() => {
      focusElement(id, 'nowhere')
      if (document.activeElement?.id === id) clearInterval(timer)
    }, shownCheckMs)
    return () => clearInterval(timer)
  }, [id, isWanted])
}

/** The id, without the prefix, of the element around the focus whose id begins with it. */
export function focusedWithin(prefix: string): string | undefined {
  const around = document.activeElement?.closest(`[id^="${prefix}"]`)
  return around?.id.slice(prefix.length)
}

const reachable = 'button:not([disabled]), input:not([disabled]), textarea:not([disabled]), select, a[href]'

/** For what covers the page: takes the focus, keeps Tab inside, and gives the focus back to where it was. */
export function useFocusInside(id: string): void {
  useEffect(() => {
    const before = document.activeElement
    const element = shownElement(id)
    if (element === undefined) return
    element.setAttribute('tabindex', '-1')
    element.focus()
    const keepInside = (event: KeyboardEvent) => {
      if (event.key !== 'Tab') return
      const inside = [...element.querySelectorAll<HTMLElement>(reachable)].filter((each) => each.offsetParent !== null)
      const [first] = inside
      const last = inside.at(-1)
      if (first === undefined || last === undefined) return
      const { activeElement } = document
      const isOutside = activeElement === element || !element.contains(activeElement)
      if (event.shiftKey ? isOutside || activeElement === first : isOutside || activeElement === last) {
        event.preventDefault()
        ;(event.shiftKey ? last : first).focus()
      }
    }
    document.addEventListener('keydown', keepInside)
    return () => {
      document.removeEventListener('keydown', keepInside)
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [id])
}
