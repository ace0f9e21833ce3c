import { itemCodeOfLink, itemCodeOfScene } from '@shared/domain/guide-address'
import { useCatalogue } from '../../../cloud/use-catalogue'

/** How the page was opened: from inside, by a scanned link (`q`), or by a mini-program code (`scene`). */
interface Opening {
  readonly code?: string
  readonly q?: string
  readonly scene?: string
}

/** Which item the page was opened for. */
export function useGuideCode({
  code,
  q,
  scene,
}: Opening):
  { readonly kind: 'found'; readonly code: string } | { readonly kind: 'looking' } | { readonly kind: 'missing' } {
  const { items, problem } = useCatalogue()
  const named = code ?? (q === undefined ? undefined : itemCodeOfLink(q))
  if (named !== undefined) return { kind: 'found', code: named }
  if (scene === undefined) return { kind: 'missing' }
  if (items === undefined) return problem === undefined ? { kind: 'looking' } : { kind: 'found', code: scene }
  const found = itemCodeOfScene(
    scene,
    items.map((item) => item.code),
  )
  return found === undefined ? { kind: 'missing' } : { kind: 'found', code: found }
}
