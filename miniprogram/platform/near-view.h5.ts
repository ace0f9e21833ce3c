import { useEffect, useState } from 'react'
import { nearMargin } from './near-margin'
import { shownElement } from './shown-element'

/** Whether an element has ever come near the visible part of the page: pictures are fetched then, not before. */
export function useNearView(id: string): boolean {
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    const element = shownElement(id)
    if (isNear || element === undefined) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true)
      },
      { rootMargin: `${String(nearMargin)}px` },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [id, isNear])
  return isNear
}
