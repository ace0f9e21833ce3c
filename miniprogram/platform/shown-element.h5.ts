/** The element with an id on the page that is shown: Taro keeps the pages below it in the document, with the same ids. */
export function shownElement(id: string): HTMLElement | undefined {
  const all = document.querySelectorAll<HTMLElement>(`[id="${CSS.escape(id)}"]`)
  return [...all].find((element) => element.getClientRects().length > 0)
}
