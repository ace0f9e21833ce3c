import { randomBytes } from 'node:crypto'
import { ObjectId } from 'bson'
import { isPlainObject, type Document } from './ejson'
import { invalid } from './refusals'
import { sortKey } from './sort-key'

const LONGEST_ID = 1024

/** A fresh `_id` in the form the service gives: 32 hexadecimal digits. */
export function newId(): string {
  return randomBytes(16).toString('hex')
}

/**
 * The storage key of an `_id`.
 * @throws CloudError `INVALID_PARAM` for what cannot be one: an array, an object, null, a very long text
 */
export function idKey(id: unknown): Buffer {
  const usable = (typeof id === 'string' && id !== '' && id.length <= LONGEST_ID) || Number.isFinite(id)
  if (!usable && !(id instanceof ObjectId) && !(id instanceof Date)) throw invalid('_id must be a text or a number')
  return sortKey(id)
}

/**
 * Refuses field names the service does not store: operators, dots, NUL and names JavaScript gives a meaning to.
 * @throws CloudError `INVALID_PARAM` naming the field
 */
export function checkFieldNames(value: unknown): void {
  if (Array.isArray(value)) value.forEach(checkFieldNames)
  else if (isPlainObject(value)) {
    for (const [name, inner] of Object.entries(value)) {
      if (name === '' || name.startsWith('$') || /[.\0]/.test(name) || isReserved(name)) {
        throw invalid(`the field name ${JSON.stringify(name)} is not allowed in a document`)
      }
      checkFieldNames(inner)
    }
  }
}

/** Whether walking into this name leaves the data: the door of prototype pollution. */
export function isReserved(name: string): boolean {
  return name === '__proto__' || name === 'constructor' || name === 'prototype'
}

/** The document as it will be stored: its `_id` first, made up when the caller gave none. */
export function identified(document: Document): Document {
  checkFieldNames(document)
  const { _id, ...rest } = document
  return { _id: _id ?? newId(), ...rest }
}
