import { decideReveal, openActions, type ActingPerson } from '@shared/domain/application-workflow'
import { editableParts, markableParts } from '@shared/domain/correction-notice'
import type { ApplicationRow, ApplicationView } from '@shared/contracts/applications'
import type { Item } from '@shared/domain/item'
import { command, database } from '../kernel/database'
import { chainOf } from '../kernel/delivery-record'
import { auditEntries, type AuditEntry } from '../kernel/store'
import { filesView, maskedContent, materialsView, openContent, openPledge, openRecipient } from './content'
import { asItStands, subjectOf } from './move'
import type { Application, Content, Decision } from './store'

/** No two chains of one application are near this. */
const longestTimeline = 1000

/** The entries of an application's chain and of its delivery's, oldest first. */
export async function timelineOf(applicationId: string): Promise<readonly AuditEntry[]> {
  const subject = command().in([applicationId, chainOf(applicationId)])
  return inOrderOfTime(await database.find(auditEntries, { where: { subject }, limit: longestTimeline }))
}

/** As people read it; of one instant the application's step comes before what it meant for the delivery. */
export function inOrderOfTime(entries: readonly AuditEntry[]): readonly AuditEntry[] {
  const isOfDelivery = ({ subject }: AuditEntry) => (subject.includes(':') ? 1 : 0)
  return [...entries].sort(
    (left, right) => left.at - right.at || isOfDelivery(left) - isOfDelivery(right) || left.sequence - right.sequence,
  )
}

/** An application as this person may see it: the owner in full, staff with numbers masked. */
export function viewOf(
  stored: Application,
  item: Item,
  person: ActingPerson,
  timeline: readonly AuditEntry[],
  now: number,
): ApplicationView {
  const application = asItStands(stored, now)
  const show = (content: Application['content']) => {
    const open = openContent(application._id, content)
    return person.isOwner ? open : maskedContent(item, open)
  }
  const opened = openContent(application._id, application.content)
  const { before, outcome } = application
  return {
    id: application._id,
    receiptNumber: application.receiptNumber,
    itemCode: application.itemCode,
    itemVersion: application.itemVersion,
    itemName: application.itemName,
    department: application.department,
    channel: application.channel,
    state: application.state,
    version: application.version,
    submittedAt: application.submittedAt,
    mine: person.isOwner,
    content: { ...writable(show(application.content)), materials: materialsView(application.materials) },
    ...(person.isOwner ? { replacements: materialsView(application.replacements) } : {}),
    ...(before === undefined
      ? {}
      : { before: { ...writable(show(before.content)), materials: materialsView(before.materials) } }),
    rounds: application.rounds.map((round, place) => ({
      number: place + 1,
      marks: [...round.marks],
      noticedAt: round.noticedAt,
      dueOn: round.dueOn,
      ...(round.changed === undefined ? {} : { changed: [...round.changed] }),
      ...(round.resubmittedAt === undefined ? {} : { resubmittedAt: round.resubmittedAt }),
    })),
    clocks: clocksOf(application),
    // Numbered as they stand here: the delivery's chain counts for itself.
    timeline: timeline.map((entry, place) => ({
      sequence: place + 1,
      at: entry.at,
      event: entry.event,
      label: entry.label,
      actor: { kind: entry.actor.kind, name: entry.actor.name },
      ...(typeof entry.details.note === 'string' ? { note: entry.details.note } : {}),
    })),
    actions: [...openActions(subjectOf(application), person)],
    editable: person.isOwner ? [...editableParts(application.rounds)] : [],
    revealable: decideReveal(application.state, person) === 'ALLOWED',
    markable: person.isReviewer && !person.isOwner ? [...markableParts(item, opened.answers, application.rounds)] : [],
    ...claimOf(application, person, now),
    ...comparisonOf(application, item),
    ...decidingOf(application, person),
    ...(outcome === undefined ? {} : { outcome }),
  }
}

const writable = (content: Content) => ({ applicant: { ...content.applicant }, answers: { ...content.answers } })

function clocksOf(application: Application): ApplicationView['clocks'] {
  return Object.entries(application.clocks)
    .map(([clock, deadline]) => ({ clock: clock as ApplicationView['clocks'][number]['clock'], ...deadline }))
    .sort((left, right) => left.dueOn.localeCompare(right.dueOn))
}

/** What was compared, by the names of the guide it was sent in under. */
function comparisonOf({ comparison }: Application, item: Item): Pick<ApplicationView, 'comparison'> {
  if (comparison === undefined) return {}
  const named = (codes: readonly string[]) =>
    item.materials.filter(({ code }) => codes.includes(code)).map(({ code, name }) => ({ code, name }))
  return {
    comparison: { ...comparison, compared: named(comparison.compared), onPaper: named(comparison.onPaper) },
  }
}

/** Everything that acceptance and decision add. */
function decidingOf(
  application: Application,
  person: ActingPerson,
): Pick<ApplicationView, 'handler' | 'acceptance' | 'suspension' | 'extension' | 'results' | 'decision' | 'pledge'> {
  const { acceptance, suspension, extension, results = [], decision, pledge } = application
  return {
    ...handlerOf(application, person.isHandler),
    ...(acceptance === undefined ? {} : { acceptance }),
    ...(suspension === undefined ? {} : { suspension }),
    ...(extension === undefined ? {} : { extension }),
    ...(person.isOwner || results.length === 0 ? {} : { results: filesView(results) }),
    ...(decision === undefined ? {} : { decision: decisionOf(application._id, decision) }),
    ...(pledge === undefined ? {} : { pledge: { ...pledge, text: openPledge(application._id, pledge.text) } }),
  }
}

function handlerOf({ handlerName }: Application, mine: boolean): Pick<ApplicationView, 'handler'> {
  return handlerName === undefined ? {} : { handler: { mine, name: handlerName } }
}

function decisionOf(id: string, decision: Decision): NonNullable<ApplicationView['decision']> {
  const { delivery, files, ...decided } = decision
  return {
    ...decided,
    files: filesView(files),
    ...(delivery === undefined ? {} : { delivery: deliveryOf(id, delivery) }),
  }
}

function deliveryOf(
  id: string,
  { way, at, recipient }: NonNullable<Decision['delivery']>,
): NonNullable<NonNullable<ApplicationView['decision']>['delivery']> {
  return { way, at, ...(recipient === undefined ? {} : { recipient: openRecipient(id, recipient) }) }
}

function claimOf(
  application: Application,
  person: Pick<ActingPerson, 'holdsClaim' | 'isOwner'>,
  now: number,
): Pick<ApplicationView, 'claim'> {
  if (application.claimUntil <= now || person.isOwner) return {}
  return { claim: { mine: person.holdsClaim, staffName: application.claimantName, until: application.claimUntil } }
}

/** A line of a list. */
export function rowOf(stored: Application, openid: string, now: number): ApplicationRow {
  const application = asItStands(stored, now)
  const [deadline] = clocksOf(application)
  const isOwner = application.ownerId === openid
  return {
    id: application._id,
    receiptNumber: application.receiptNumber,
    itemCode: application.itemCode,
    itemName: application.itemName,
    department: application.department,
    state: application.state,
    updatedAt: application.updatedAt,
    submittedAt: application.submittedAt,
    applicantName: openContent(application._id, application.content).applicant.name,
    ...(deadline === undefined ? {} : { deadline }),
    ...claimOf(application, { isOwner, holdsClaim: application.claimedBy === openid }, now),
    ...(isOwner ? {} : handlerOf(application, application.handledBy === openid)),
    round: application.rounds.length,
  }
}
