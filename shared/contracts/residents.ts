import * as v from 'valibot'
import { contract, instant, text } from './contract'

const profile = v.object({
  name: v.string(),
  identityNumber: v.string(),
  phone: v.string(),
  /** When the person last agreed to the identity details being kept; absent = never. */
  consentedAt: v.optional(instant),
})

/** Who the caller is to this program: the numbers masked, and the staff side if bound. */
export const getSession = contract({
  name: 'residents.getSession',
  kind: 'query',
  access: { kind: 'public' },
  input: v.strictObject({}),
  output: v.object({
    signedIn: v.boolean(),
    /** Tells one person of a shared device from another, for what is kept on it; means nothing to anybody else. */
    reference: v.optional(v.string()),
    name: v.optional(v.string()),
    identityMask: v.optional(v.string()),
    phoneMask: v.optional(v.string()),
    staff: v.optional(v.object({ name: v.string(), roles: v.array(v.string()), departments: v.array(v.string()) })),
    /** Messages not read yet, 99 at most. */
    unread: v.number(),
  }),
  errors: {},
})

/** The caller's own details in full, to fill in a form. */
export const getProfile = contract({
  name: 'residents.getProfile',
  kind: 'query',
  access: { kind: 'resident' },
  input: v.strictObject({}),
  output: profile,
  errors: {},
})

/** Keeps the caller's details for the next application; asks for consent each time they change. */
export const saveProfile = contract({
  name: 'residents.saveProfile',
  kind: 'command',
  access: { kind: 'resident' },
  input: v.strictObject({
    name: text(2, 30),
    identityNumber: v.pipe(v.string(), v.maxLength(20)),
    phone: v.pipe(v.string(), v.maxLength(20)),
    consented: v.literal(true, '请先同意保存您的证件信息'),
  }),
  output: profile,
  errors: {},
  rate: { calls: 20, seconds: 60 },
})

/** Forgets the caller's stored details (applications keep what the law makes them keep). */
export const forgetProfile = contract({
  name: 'residents.forgetProfile',
  kind: 'command',
  access: { kind: 'resident' },
  input: v.strictObject({}),
  output: v.object({}),
  errors: {},
})
