import * as v from 'valibot'
import type { Contract } from '@shared/contracts/contract'

/** An input with one thing wrong, and what that is. */
export interface FaultyInput {
  readonly what: string
  readonly input: unknown
}
type Input = Readonly<Record<string, unknown>>

/** What stands where an object should be. */
export const noObjects: readonly FaultyInput[] = [undefined, null, 'text', 42, true, [], [{}]].map((input) => ({
  what: input === undefined ? 'nothing' : JSON.stringify(input),
  input,
}))

/** Values of every kind JSON has, an operator of the database among them. */
const strangers: readonly unknown[] = [null, 42, -1.5, 'ein Text', true, [], [null], {}, { $gt: '' }, { toString: 'x' }]

/** Each field in turn with values of other kinds: all that the contract itself does not take. */
export function wrongTypes(contract: Contract, valid: Input): readonly FaultyInput[] {
  return Object.keys(valid).flatMap((key) =>
    strangers
      .map((stranger) => ({ what: `${key}: ${JSON.stringify(stranger)}`, input: { ...valid, [key]: stranger } }))
      .filter(({ input }) => !v.safeParse(contract.input, input).success),
  )
}

/** Each required field left out. */
export function missingFields(contract: Contract, valid: Input): readonly FaultyInput[] {
  return Object.keys(valid)
    .map((key) => ({ what: `without ${key}`, input: without(valid, key) }))
    .filter(({ what }) => !isOptional(contract, valid, what.slice('without '.length)))
}

interface Entries {
  readonly entries: Readonly<Record<string, { readonly type: string }>>
}

/** Of an input that comes in several forms, the one that the valid input has counts. */
function isOptional(contract: Contract, valid: Input, key: string): boolean {
  const schema = contract.input as unknown as Entries | { readonly options: readonly (v.GenericSchema & Entries)[] }
  const form = 'options' in schema ? schema.options.find((option) => v.safeParse(option, valid).success) : schema
  return form?.entries[key]?.type === 'optional'
}

/** A surplus key in the input, and in every object within it. */
export function unknownKeys(valid: Input): readonly FaultyInput[] {
  return objectsWithin(valid).map((path) => ({
    what: `${path.join('.') || 'the input'} with a surplus key`,
    input: changedAt(valid, path, (found) => ({ ...(found as object), surplus: 1 })),
  }))
}

/** Every text far too long, every list far too long, and the whole input larger than any call may be. */
export function oversized(valid: Input): readonly FaultyInput[] {
  const long = 'x'.repeat(5000)
  const texts = pathsTo(valid, (value) => typeof value === 'string').map((path) => ({
    what: `${path.join('.')} of 5,000 characters`,
    input: changedAt(valid, path, () => long),
  }))
  const lists = pathsTo(valid, (value) => Array.isArray(value)).map((path) => ({
    what: `${path.join('.')} with 1,000 entries`,
    input: changedAt(valid, path, (list) => Array.from({ length: 1000 }, () => (list as unknown[])[0])),
  }))
  return [...texts, ...lists, { what: 'more than a call may carry', input: { ...valid, surplus: 'x'.repeat(300_000) } }]
}

type Path = readonly string[]

function objectsWithin(value: unknown): readonly Path[] {
  return pathsTo(value, (each) => typeof each === 'object' && each !== null && !Array.isArray(each))
}

function pathsTo(value: unknown, isMeant: (value: unknown) => boolean, path: Path = []): readonly Path[] {
  const own = isMeant(value) ? [path] : []
  if (typeof value !== 'object' || value === null) return own
  return [...own, ...Object.entries(value).flatMap(([key, each]) => pathsTo(each, isMeant, [...path, key]))]
}

function changedAt(value: unknown, [key, ...rest]: Path, change: (found: unknown) => unknown): unknown {
  if (key === undefined) return change(value)
  const found = (value as Input)[key]
  const changed = changedAt(found, rest, change)
  if (Array.isArray(value)) return value.map((each: unknown, place) => (String(place) === key ? changed : each))
  return { ...(value as object), [key]: changed }
}

function without(value: Input, key: string): Input {
  return Object.fromEntries(Object.entries(value).filter(([each]) => each !== key))
}
