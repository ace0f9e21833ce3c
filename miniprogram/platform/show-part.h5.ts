/** Room above and below a part for the bars that stand over the page (px). */
const headroom = '72px'
const footroom = '140px'

/** Scrolls to an element of the page on top and puts the keyboard's focus into it. */
export function showPart(id: string): void {
  // After the render that may have made it.
  requestAnimationFrame(() => {
    const found = [...document.querySelectorAll<HTMLElement>(`[id="${CSS.escape(id)}"]`)].find(
      ({ offsetParent }) => offsetParent !== null,
    )
    if (found === undefined) return
    found.style.scrollMarginTop = headroom
    found.style.scrollMarginBottom = footroom
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    found.scrollIntoView({
      block: found.offsetHeight > window.innerHeight / 2 ? 'start' : 'center',
      behavior: isCalm ? 'auto' : 'smooth',
    })
    const input = found.matches('input, textarea, button')
      ? found
      : found.querySelector<HTMLElement>('input, textarea, button')
    input?.focus({ preventScroll: true })
  })
}

/** Back to the page's beginning. */
export function showTop(): void {
  window.scrollTo({ top: 0 })
  // Taro lets a page scroll in a box of its own where it has a tab bar.
  for (const page of document.querySelectorAll('.taro_page')) page.scrollTop = 0
}
