import { useSyncExternalStore } from 'react'
import { getSession } from '@shared/contracts/residents'
import type { OutputOf } from '@shared/contracts/contract'
import { drop, dropAll, keep, kept } from '../platform/keep'
import { call } from './call'

/** Who the person is to this program; `unknown` until the first answer. */
export type Session = { readonly kind: 'unknown' } | ({ readonly kind: 'known' } & OutputOf<typeof getSession>)

let session: Session = { kind: 'unknown' }
const listeners = new Set<() => void>()

let asking: Promise<void> | undefined

/** Asks the server who calls; pages call it after signing in, after a change of the profile, and when shown. */
export async function refreshSession(): Promise<void> {
  await ask()
}

/** The session once it is known, or as it is when the server cannot be asked. */
export async function sessionOnceKnown(): Promise<Session> {
  if (session.kind === 'unknown') await (asking ??= ask().finally(() => (asking = undefined)))
  return session
}

async function ask(): Promise<void> {
  const reply = await call(getSession, {})
  if (!reply.ok) return
  session = { kind: 'known', ...reply.data }
  notePerson(reply.data.reference)
  for (const listener of listeners) listener()
}

const personKey = 'person'
/** What is kept on the device for the person with this reference. */
const ownPrefix = (reference: string) => `own:${reference}:`

/** Somebody else at the same device finds nothing of the one before. */
function notePerson(reference: string | undefined): void {
  const before = kept(personKey)
  if (reference === undefined || before === reference) return
  if (typeof before === 'string') dropAll(ownPrefix(before))
  keep(personKey, reference)
}

/** The person at the device as last known, so that what they typed is found without a network too. */
function ownKey(key: string): string | undefined {
  const reference = session.kind === 'known' ? session.reference : kept(personKey)
  return typeof reference === 'string' ? ownPrefix(reference) + key : undefined
}

/** Keeps a value of this person on the device: a draft, a slip. Nothing is kept of a visitor. */
export function keepOwn(key: string, value: unknown): void {
  const own = ownKey(key)
  if (own !== undefined) keep(own, value)
}

/** What this person kept, unchecked as `kept` gives it. */
export function keptOwn(key: string): unknown {
  const own = ownKey(key)
  return own === undefined ? undefined : kept(own)
}

export function dropOwn(key: string): void {
  const own = ownKey(key)
  if (own !== undefined) drop(own)
}

/** For signing out: the device forgets what it kept of this person. */
export function forgetPerson(): void {
  const reference = kept(personKey)
  if (typeof reference === 'string') dropAll(ownPrefix(reference))
  drop(personKey)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The session, shared by all pages. */
export function useSession(): Session {
  return useSyncExternalStore(subscribe, () => session)
}
