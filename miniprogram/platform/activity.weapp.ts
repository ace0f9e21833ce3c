/** Tells of signs of somebody at work. WeChat tells a page only of touches on its own views, which the page passes on. */
export function watchActivity(_listener: () => void): () => void {
  return () => undefined
}
