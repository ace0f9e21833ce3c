import { lintGuide } from '@shared/domain/guide-lint'
import { flawPlace } from '@shared/domain/item-changes'
import type { ItemContent } from '@shared/domain/item-content'
import type { PlacedFlaw } from './parts/section-props'

/** Everything that keeps a content from being published, with where it is. */
export function placedFlaws(content: ItemContent, code: string): readonly PlacedFlaw[] {
  return lintGuide({ ...content, code, version: 1 }).flatMap(({ place, sentence }) => {
    const found = flawPlace(content, place)
    return found === undefined ? [] : [{ ...found, sentence }]
  })
}
