/** Lets a mouse drag what is larger than its frame; in WeChat fingers do so by themselves. */
export function useDragToScroll(_id: string): void {
  // Nothing to add.
}
