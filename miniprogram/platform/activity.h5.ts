const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchmove'] as const

/** Tells of every sign of somebody at work: pointer, wheel, touch and keys. @returns how to stop */
export function watchActivity(listener: () => void): () => void {
  for (const sign of signs) window.addEventListener(sign, listener, { passive: true })
  return () => {
    for (const sign of signs) window.removeEventListener(sign, listener)
  }
}
