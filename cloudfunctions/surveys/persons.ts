import { database } from '../kernel/database'
import { unseal } from '../kernel/sealed'
import { applications, profiles, type RatedApplication } from './store'

/** Somebody as they named themselves. */
export interface NamedPerson {
  readonly name: string
  readonly phone: string
}

/** The applicant of a case. */
export function applicantOf({ _id, content }: RatedApplication): NamedPerson {
  return (unseal(`applications.content:${_id}`, content) as { applicant: NamedPerson }).applicant
}

export async function findApplicant(applicationId: string): Promise<NamedPerson | undefined> {
  const application = await database.get(applications, applicationId)
  return application === undefined ? undefined : applicantOf(application)
}

/** A visitor's name, if they keep their details here. */
export async function findVisitorName(openid: string): Promise<string | undefined> {
  const profile = await database.get(profiles, openid)
  if (profile === undefined) return undefined
  const { name } = unseal(`residents.profile:${openid}`, profile.details) as NamedPerson
  return name === '' ? undefined : name
}
