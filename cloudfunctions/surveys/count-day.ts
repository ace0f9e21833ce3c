import type { CivilDate } from '@shared/domain/civil-time'
import { answerSources, invitationStandings } from '@shared/domain/rating'
import {
  addSatisfactionCells,
  tallyOfAnswer,
  tallyOfInvitation,
  tallyOfRectification,
  type RatedPlace,
  type SatisfactionCell,
  type SatisfactionTally,
} from '@shared/domain/satisfaction-figures'
import { command, database, type Collection, type Stored } from '../kernel/database'
import { surveyInvitations } from '../kernel/survey-invitation'
import { answerDueOn } from './rectification-clock'
import { answers, rectifications } from './store'

const pageLength = 1000

/**
 * The figures of one day: the answers given on it, the cases closed on it with what became of their invitations, and the
 * rectifications begun on it. `read` documents were counted.
 */
export async function countDay(
  day: CivilDate,
  today: CivilDate,
): Promise<{ readonly cells: readonly SatisfactionCell[]; readonly read: number }> {
  const place = ['department', 'window', 'itemCode', 'itemName'] as const
  const [given, invited, begun] = await Promise.all([
    allOf(answers, [...place, 'grade', 'source', 'tags', 'hasPraise'], { day }),
    allOf(surveyInvitations, [...place, 'closedOn', 'state', 'isPhoned'], { closedOn: day }),
    allOf(rectifications, [...place, 'clock', 'alerted', 'overran', 'answeredOn'], { openedOn: day }),
  ])
  const cells = [
    ...given.map((answer) => cell(answer, tallyOfAnswer({ ...answer, ...answerSources[answer.source] }))),
    ...invited.map((invitation) => {
      const { isAnswered } = invitationStandings[invitation.state]
      return cell(invitation, tallyOfInvitation({ ...invitation, isAnswered }, today))
    }),
    ...begun.map((rectification) => {
      const { overran, answeredOn } = rectification
      const facts = { overran, isAnswered: answeredOn !== '', dueOn: answerDueOn(rectification) }
      return cell(rectification, tallyOfRectification(facts, today))
    }),
  ]
  return { cells: addSatisfactionCells([cells]), read: cells.length }
}

function cell({ department, window, itemCode, itemName }: RatedPlace, tally: SatisfactionTally): SatisfactionCell {
  return { department, window, itemCode, itemName, ...tally }
}

/** All documents of a day, page by page in the order of their ids. */
async function allOf<Document extends Stored, Field extends keyof Document & string>(
  handle: Collection<Document>,
  fields: readonly Field[],
  ofDay: Readonly<Record<string, CivilDate>>,
): Promise<readonly Pick<Document, Field | '_id'>[]> {
  const found: Pick<Document, Field | '_id'>[] = []
  for (let after = ''; ;) {
    const page = await database.findFields(handle, fields, {
      where: { ...ofDay, _id: command().gt(after) },
      orderBy: ['_id', 'asc'],
      limit: pageLength,
    })
    found.push(...page)
    const last = page.at(-1)
    if (last === undefined || page.length < pageLength) return found
    after = last._id
  }
}
