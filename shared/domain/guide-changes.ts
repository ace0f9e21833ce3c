import type { FormField, Item, Material } from './item'
import { partKey } from './correction-notice'

/** What of a guide decides whether an answer given under an older version still stands. */
type Guide = Pick<Item, 'fields' | 'materials'>

/**
 * The parts that a newer guide asks for the first time or differently, by part key, in the guide's order. A draft re-asks
 * exactly these. Words that only help (hints, tips, samples, where to get a thing) do not count.
 */
export function changedParts(before: Guide, after: Guide): readonly string[] {
  const fields = new Map(before.fields.map((field) => [field.code, field]))
  const materials = new Map(before.materials.map((material) => [material.code, material]))
  return [
    ...after.fields
      .filter((field) => !isSame(asked(fields.get(field.code)), asked(field)))
      .map(({ code }) => partKey({ part: 'field', code })),
    ...after.materials
      .filter((material) => !isSame(demanded(materials.get(material.code)), demanded(material)))
      .map(({ code }) => partKey({ part: 'material', code })),
  ]
}

function asked(field: FormField | undefined): unknown {
  return field === undefined ? undefined : { ...field, hint: undefined }
}

function demanded(material: Material | undefined): unknown {
  if (material === undefined) return undefined
  const { code, name, required, when, whenText, originals, copies, accepts, maxMegabytes, maxFiles } = material
  return { code, name, required, when, whenText, originals, copies, accepts, maxMegabytes, maxFiles }
}

/** Equality of plain values; a key that is undefined counts as absent, the order of keys does not count. */
function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false
  if (Array.isArray(left) !== Array.isArray(right)) return false
  const [mine, theirs] = [definedEntries(left), definedEntries(right)]
  return (
    mine.size === theirs.size && [...mine].every(([key, value]) => theirs.has(key) && isSame(value, theirs.get(key)))
  )
}

function definedEntries(value: object): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(value).filter(([, each]) => each !== undefined))
}
