import tcb from '@cloudbase/node-sdk'

/** Who calls, from the platform's context only; never from the event. */
export type Caller =
  { readonly kind: 'person'; readonly openid: string } | { readonly kind: 'timer' } | { readonly kind: 'anonymous' }

/** Reads the caller of one invocation from the context the platform passes along with the event. */
export function callerOf(context: unknown): Caller {
  const environment = tcb.getCloudbaseContext(context as never) as unknown as Readonly<Record<string, unknown>>
  const openid = environment.WX_OPENID
  if (typeof openid === 'string' && openid !== '') return { kind: 'person', openid }
  const source = environment.TCB_SOURCE
  // The last hop counts: `wx_trigger` is the platform's timer, which carries no person.
  if (typeof source === 'string' && source.split(',').at(-1) === 'wx_trigger') return { kind: 'timer' }
  return { kind: 'anonymous' }
}
