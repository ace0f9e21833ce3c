import type { RectificationView } from '@shared/contracts/surveys'
import { answerSources, fewestShown } from '@shared/domain/rating'
import { openRectificationActions, type RectifyingPerson } from '@shared/domain/rectification-workflow'
import { command, database, type Transaction } from '../kernel/database'
import { auditEntries, type AuditEntry, type StaffMember } from '../kernel/store'
import { authorOf, wordsOf } from './answer-content'
import { disputeReasonOf } from './dispute-reason'
import { citizen, memberTowards } from './people'
import { factsOf, subjectOf } from './rectifying'
import { answers, type Answer, type Rectification } from './store'

/** The most entries of the chains of one page. */
const mostEntries = 1000

/** As the citizen sees it: without their own name, which an anonymous one did not give. */
export async function citizenView(rectification: Rectification, within?: Transaction): Promise<RectificationView> {
  const [answer, entries] = await Promise.all([
    database.get(answers, rectification.answerId),
    entriesOf([rectification], within),
  ])
  return viewOf(rectification, citizen, answer, entries, true)
}

/** As staff see them; what an anonymous author wrote only where it could be any of five people's of that month. */
export async function staffViews(
  found: readonly Rectification[],
  staff: StaffMember,
  within?: Transaction,
): Promise<RectificationView[]> {
  if (found.length === 0) return []
  const ids = found.map(({ answerId }) => answerId)
  const [known, entries] = await Promise.all([
    database.find(answers, { where: { _id: command().in(ids) }, limit: ids.length }),
    entriesOf(found, within),
  ])
  const byId = new Map(known.map((answer) => [answer._id, answer]))
  const crowded = await crowdedMonths(known)
  return found.map((rectification) => {
    const answer = byId.get(rectification.answerId)
    const showsWords =
      answer !== undefined && (!answerSources[answer.source].isAnonymous || crowded.has(monthKey(answer)))
    const view = viewOf(rectification, memberTowards(rectification, staff), answer, entries, showsWords)
    const author = answer === undefined ? undefined : authorOf(answer)
    return { ...view, ...(author === undefined ? {} : { author }) }
  })
}

const monthKey = ({ department, month }: Answer) => `${month}#${department}`

/** Of the anonymous answers: which departments have five in the month. */
async function crowdedMonths(known: readonly Answer[]): Promise<ReadonlySet<string>> {
  const asked = new Map(
    known.filter(({ source }) => answerSources[source].isAnonymous).map((answer) => [monthKey(answer), answer]),
  )
  const counted = await Promise.all(
    [...asked].map(async ([key, { department, month }]) => {
      const count = await database.countUpTo(answers, { department, month, source: 'anonymous' }, fewestShown)
      return count >= fewestShown ? [key] : []
    }),
  )
  return new Set(counted.flat())
}

/** The chains' entries; within a step's transaction the step's own as well, which nobody else sees yet. */
async function entriesOf(found: readonly Rectification[], within?: Transaction): Promise<readonly AuditEntry[]> {
  if (within === undefined) {
    const where = { subject: command().in(found.map(subjectOf)) }
    return database.find(auditEntries, { where, limit: mostEntries })
  }
  const entries: AuditEntry[] = []
  for (const rectification of found) {
    for (let sequence = 1; sequence <= rectification.audit.sequence; sequence += 1) {
      const entry = await within.get(auditEntries, `${subjectOf(rectification)}:${String(sequence)}`)
      if (entry !== undefined) entries.push(entry)
    }
  }
  return entries
}

function viewOf(
  rectification: Rectification,
  person: RectifyingPerson,
  answer: Answer | undefined,
  entries: readonly AuditEntry[],
  showsWords: boolean,
): RectificationView {
  const { clock, finding, extensionReason, reply, conclusion, isAnonymous, openedAt } = rectification
  const disputeReason = disputeReasonOf(rectification)
  const comment = showsWords && answer !== undefined ? wordsOf(answer).comment : undefined
  const subject = subjectOf(rectification)
  const texts = { finding, extensionReason, reply, disputeReason, conclusion, comment }
  return {
    id: rectification._id,
    state: rectification.state,
    version: rectification.version,
    actions: [...openRectificationActions(factsOf(rectification), person)],
    about: rectification.about,
    department: rectification.department,
    grade: answer?.grade ?? 1,
    tags: [...(answer?.tags ?? [])],
    anonymous: isAnonymous,
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined)),
    ...(clock === undefined
      ? {}
      : {
          clock: {
            clock: clock.name,
            dueOn: clock.deadline.dueOn,
            amberOn: clock.deadline.amberOn,
            provisional: clock.deadline.provisional,
          },
        }),
    openedOn: rectification.openedOn,
    ...(isAnonymous ? {} : { openedAt }),
    timeline: entries
      .filter((entry) => entry.subject === subject)
      .sort((one, other) => one.sequence - other.sequence)
      .map(({ at, label, actor }) => ({ at, label, by: actor.name })),
  }
}
