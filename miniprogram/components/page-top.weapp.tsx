/** WeChat draws its own bar with the title and the way back. */
export function PageTop(_: { readonly title: string; readonly wide: boolean }) {
  return null
}
