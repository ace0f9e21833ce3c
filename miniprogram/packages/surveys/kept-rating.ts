import * as v from 'valibot'
import { ratingForm } from '../../components/rating/rating-form'
import { dropOwn, keepOwn, keptOwn } from '../../cloud/session'

const keptRating = v.object({ form: ratingForm, author: v.picklist(['named', 'anonymous']) })

/** A rating that was begun and not sent yet. */
export type KeptRating = v.InferOutput<typeof keptRating>

const keyOf = (occasion: string) => `survey-rating:${occasion}`

export function keepRating(occasion: string, rating: KeptRating): void {
  keepOwn(keyOf(occasion), rating)
}

export function findKeptRating(occasion: string): KeptRating | undefined {
  const parsed = v.safeParse(keptRating, keptOwn(keyOf(occasion)))
  return parsed.success ? parsed.output : undefined
}

export function forgetRating(occasion: string): void {
  dropOwn(keyOf(occasion))
}
