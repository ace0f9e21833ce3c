import { useEffect } from 'react'
import { shownElement } from './shown-element'

/** Lets a mouse drag what is larger than its frame, as a finger does. */
export function useDragToScroll(id: string): void {
  useEffect(() => {
    const frame = shownElement(id)
    if (frame === undefined) return
    let from: { readonly x: number; readonly y: number; readonly left: number; readonly top: number } | undefined
    const begin = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse' || event.button !== 0) return
      // A frame that has the pointer would also take the click of a button within it.
      if (event.target instanceof Element && event.target.closest('button, a') !== null) return
      from = { x: event.clientX, y: event.clientY, left: frame.scrollLeft, top: frame.scrollTop }
      frame.setPointerCapture(event.pointerId)
    }
    const drag = (event: PointerEvent) => {
      if (from === undefined) return
      frame.scrollLeft = from.left + from.x - event.clientX
      frame.scrollTop = from.top + from.y - event.clientY
    }
    const end = () => {
      from = undefined
    }
    // The browser's own dragging of a picture out of the page would end ours.
    const keepPicture = (event: Event) => event.preventDefault()
    frame.addEventListener('pointerdown', begin)
    frame.addEventListener('pointermove', drag)
    frame.addEventListener('pointerup', end)
    frame.addEventListener('pointercancel', end)
    frame.addEventListener('dragstart', keepPicture)
    return () => {
      frame.removeEventListener('pointerdown', begin)
      frame.removeEventListener('pointermove', drag)
      frame.removeEventListener('pointerup', end)
      frame.removeEventListener('pointercancel', end)
      frame.removeEventListener('dragstart', keepPicture)
    }
  }, [id])
}
