import { useEffect, useState } from 'react'
import { shownElement } from './shown-element'
import type { Size } from './size'

/** The inner size of an element, now and whenever it changes; undefined until it was measured. */
export function useElementSize(id: string, _layout = ''): Size | undefined {
  const [size, setSize] = useState<Size>()
  useEffect(() => {
    const element = shownElement(id)
    if (element === undefined) return
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [id])
  return size
}
