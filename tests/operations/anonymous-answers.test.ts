import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import * as contracts from '@shared/contracts/surveys'
import { endOfCivilDay, startOfCivilDay } from '@shared/domain/civil-time'
import { main } from '../../cloudfunctions/surveys'
import { derivedId } from '../../cloudfunctions/kernel/ids'
import { personReference } from '../../cloudfunctions/kernel/person-reference'
import { aClosedCase } from '../support/a-closed-case'
import { applicant } from '../support/an-application'
import { call, good, refusalOf, startProgram } from '../support/program'

/**
 * docs/anonymous-answers: who has the whole database, the stored files and the functions' logs, and every guess at who
 * said what, cannot tell who gave an anonymous answer. Here everything is searched for whatever would.
 */

jest.setTimeout(120_000)

const market = '市市场监督管理局'
const [author, other] = ['resident-author-openid', 'resident-other-openid']
const [reviewer, supervisor] = ['reviewer-li-openid', 'supervisor-wei-openid']
const day = '2026-05-11'
const comment = '窗口排队两个小时没有人解释'
const content = {
  grade: 1,
  tags: ['waited-long'],
  comment,
  praise: { whom: '门口的保安', words: '帮我搬了轮椅' },
} as const
const amended = { grade: 2, tags: ['unclear-answer'], comment: '后来又想了想还是不满意' } as const
const window = 'D03'

let program: Awaited<ReturnType<typeof startProgram>>
/** Everything the functions and the cloud printed. */
let printed: string
let printing: readonly jest.SpyInstance[]

beforeEach(async () => {
  printed = ''
  const note = (chunk: unknown) => {
    printed += String(chunk)
    return true
  }
  printing = [process.stdout, process.stderr].map((stream) => jest.spyOn(stream, 'write').mockImplementation(note))
  program = await startProgram()
  program.setClock(`${day}T10:13:37+08:00`)
  await program.addStaff(reviewer, '李审核', [market])
  await program.addStaff(supervisor, '韦国强', [market], ['supervisor'])
})
afterEach(async () => {
  printing.forEach((spy) => spy.mockRestore())
  await program.stop()
})

interface Found {
  readonly collection: string
  readonly text: string
}
const everything = (): readonly Found[] =>
  Object.entries(program.dump()).flatMap(([collection, documents]) => documents.map((text) => ({ collection, text })))

/** A fault in the middle, the same request again, the amendment, the staff's steps, the author's word, both timers. */
async function live(kind: 'matter' | 'visit') {
  const ticket = randomBytes(18).toString('base64url')
  const by = { kind: 'anonymous', ticket } as const
  const applicationId = await aClosedCase(program, author, { handler: reviewer })
  const others = [await aClosedCase(program, other, { handler: reviewer }), await aClosedCase(program, other)]
  for (const each of others) {
    const input = { applicationId: each, content: { grade: 2 as const, tags: [] }, author: { kind: 'named' as const } }
    good(await call(main, contracts.rateApplication, other, input))
  }
  const before = everything()
  const requestId = randomBytes(12).toString('hex')
  const send = () =>
    kind === 'matter'
      ? call(
          main,
          contracts.rateApplication,
          author,
          { applicationId, content: structuredClone(content) as never, author: by },
          requestId,
        )
      : call(
          main,
          contracts.rateVisit,
          author,
          { window, content: structuredClone(content) as never, author: by },
          requestId,
        )
  const keys = process.env.FIELD_KEYS
  process.env.FIELD_KEYS = ''
  expect(refusalOf(await send())).toBe('INTERNAL')
  process.env.FIELD_KEYS = keys
  good(await send())
  const written = everything().filter(({ text }) => !before.some((each) => each.text === text))
  good(await send())
  program.advance(61_000)
  const again = { of: by, content: structuredClone(amended) as never }
  good(await call(main, contracts.amendRating, author, again))
  good(await call(main, contracts.sweepSurveys, 'timer', {}))
  const { rectifications } = good(await call(main, contracts.listRectifications, supervisor, { list: 'open' }))
  const theirs = rectifications.find(({ anonymous }) => anonymous)
  const step = { rectificationId: theirs?.id ?? '', words: '已核实，增加窗口' }
  good(await call(main, contracts.moveRectification, supervisor, { ...step, version: 1, action: 'verify' }))
  good(await call(main, contracts.moveRectification, supervisor, { ...step, version: 2, action: 'answer' }))
  const disputed = { of: by, solved: false, reason: '还是没有人解释' }
  good(await call(main, contracts.answerRectification, author, disputed))
  good(await call(main, contracts.rollUpSatisfaction, 'timer', {}))
  return { ticket, applicationId, requestId, before, written, rectificationId: theirs?.id ?? '' }
}

/** Long random-looking texts: what one document can name another by. */
const namesIn = (text: string): readonly string[] => text.match(/[A-Za-z0-9_-]{16,}/g) ?? []

/** All documents that lead to one another by a name they share, beginning with those that contain one of the texts. */
function reachableFrom(documents: readonly Found[], beginnings: readonly string[], public_: ReadonlySet<string>) {
  const reached = new Set(documents.filter(({ text }) => beginnings.some((each) => text.includes(each))))
  for (let size = -1; size !== reached.size;) {
    size = reached.size
    const names = new Set([...reached].flatMap(({ text }) => namesIn(text)).filter((name) => !public_.has(name)))
    for (const document of documents) {
      if (namesIn(document.text).some((name) => names.has(name))) reached.add(document)
    }
  }
  return reached
}

/** Texts that say nothing about a case: the staff's own, what the words of the program are called. */
function publicNames(): ReadonlySet<string> {
  const staff = [reviewer, supervisor].flatMap((openid) => [openid, personReference(openid)])
  const words = ['rectification-opened', 'rectification-verified', 'rectification-answered', 'rectification-disputed']
  return new Set([...staff, ...words, 'answered-anonymously', 'tea-house-licence', 'department', 'unclear-answer'])
}

describe.each(['matter', 'visit'] as const)('an anonymous answer about a %s', (kind) => {
  it('is led to by nothing that leads to its author, by however many steps', async () => {
    const { ticket, applicationId, rectificationId } = await live(kind)
    const documents = everything()
    const answerId = derivedId('rating-ticket', ticket)
    const ofAnswer = reachableFrom(documents, [answerId, rectificationId], publicNames())
    const collections = new Set([...ofAnswer].map(({ collection }) => collection))
    // The search finds what belongs together …
    expect([...collections].sort()).toEqual(
      ['audit_entries', 'notifications_messages', 'surveys_answers', 'surveys_rectifications'].filter((name) =>
        collections.has(name),
      ),
    )
    expect(collections.has('surveys_answers') && collections.has('surveys_rectifications')).toBe(true)
    // … and from the other side, of the author.
    const traces = [author, applicationId, personReference(author), applicant.name, applicant.phone]
    const ofAuthor = reachableFrom(documents, traces, publicNames())
    expect([...ofAuthor].map(({ collection }) => collection)).toContain('surveys_invitations')
    expect([...ofAuthor].filter((document) => ofAnswer.has(document))).toEqual([])
    for (const { text } of ofAnswer) for (const trace of traces) expect(text).not.toContain(trace)
  })

  it('is under no hash of anything that could be guessed', async () => {
    const { applicationId, requestId } = await live(kind)
    const operations = [
      'surveys.rateApplication',
      'surveys.rateVisit',
      'surveys.amendRating',
      'surveys.answerRectification',
    ]
    const minutes = Array.from({ length: 10 }, (_, place) => String(Math.floor(Date.now() / 60_000) - place))
    const contents = [content, amended].flatMap((each) =>
      [
        each,
        { content: each },
        { applicationId, content: each },
        { window, content: each },
        { applicationId, content: each, author: { kind: 'anonymous' } },
      ].map((guess) => JSON.stringify(guess)),
    )
    const words = [
      'rate',
      'request',
      'rating',
      'rated-visit',
      'visit',
      'surveys.visit',
      'answer',
      'grant',
      'message',
      'phone',
    ]
    const persons = [author, personReference(author), applicationId, applicant.identityNumber, applicant.phone]
    const parts = [...persons, window, day, requestId, ...operations, ...contents, ...minutes]
    const guesses = new Set<string>()
    const guess = (...texts: readonly string[]) => {
      guesses.add(derivedId(...texts))
      for (const joint of ['\u0000', ':', '#', '', '|']) {
        const digest = createHash('sha256').update(texts.join(joint)).digest()
        for (const encoding of ['hex', 'base64', 'base64url'] as const) guesses.add(digest.toString(encoding))
      }
    }
    for (const one of parts) {
      guess(one)
      for (const two of parts) guess(one, two)
    }
    for (const word of words) {
      for (const person of persons) {
        guess(word, person)
        for (const one of parts) {
          guess(word, person, one)
          for (const two of [...operations, ...minutes, requestId, window, day]) guess(word, person, one, two)
        }
      }
    }
    const found = everything().filter(({ text }) => namesIn(text).some((name) => guesses.has(name)))
    // What says that the author was asked may be found: it stands beside their name anyway.
    for (const { collection, text } of found) {
      expect(['notifications_messages', 'surveys_invitations']).toContain(collection)
      expect(text).toContain(author)
    }
    expect(guesses.size).toBeGreaterThan(10_000)
  })

  it('has no time finer than the day, in anything that was written with it', async () => {
    const { before, written } = await live(kind)
    const [from, to] = [startOfCivilDay(day), endOfCivilDay(day)]
    const times = written.flatMap(({ collection, text }) =>
      (text.match(/(?<![\d#])\d{13}(?!\d)/g) ?? [])
        .map(Number)
        .filter((time) => time > from && time < to)
        .map((time) => [collection, time] as const),
    )
    // The window of the count of calls ends with a minute, and is kept under a keyed hash until it does.
    const finer = times.filter(([collection, time]) => collection !== 'rate_windows' || time % 60_000 !== 0)
    // The case was closed at an instant that was known before.
    expect(finer.filter(([, time]) => !before.some(({ text }) => text.includes(String(time))))).toEqual([])
    const collections = [...new Set(written.map(({ collection }) => collection))].sort()
    expect(collections).toEqual([
      'answered_requests',
      'audit_entries',
      'rate_windows',
      'surveys_answers',
      ...(kind === 'matter' ? ['surveys_invitations'] : []),
      'surveys_rectifications',
      ...(kind === 'visit' ? ['surveys_visit_tokens'] : []),
    ])
  })

  it('leaves neither ticket nor words in any file, nor anything of either in the logs', async () => {
    const { ticket, applicationId, requestId } = await live(kind)
    const files = filesBelow(program.data)
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) {
      const bytes = readFileSync(file)
      for (const text of [ticket, comment, amended.comment, content.praise.words, '还是没有人解释']) {
        expect([file, bytes.includes(text)]).toEqual([file, false])
      }
    }
    // The fault was printed, with the request's id, which nothing in the database is derived from without the key.
    expect(printed).toContain(requestId)
    for (const text of [ticket, author, applicationId, personReference(author), comment, applicant.name, market]) {
      expect(printed).not.toContain(text)
    }
  })
})

it('of two people who answered anonymously nobody can tell which answer is whose', async () => {
  const tickets = [aTicket(), aTicket()]
  for (const [place, owner] of [author, other].entries()) {
    const applicationId = await aClosedCase(program, owner)
    const input = {
      applicationId,
      content: { grade: place === 0 ? (1 as const) : (5 as const), tags: [] },
      author: { kind: 'anonymous' as const, ticket: tickets[place] ?? '' },
    }
    good(await call(main, contracts.rateApplication, owner, input))
  }
  const invitations = everything().filter(({ collection }) => collection === 'surveys_invitations')
  const theirs = ['_id', 'ownerId', 'receiptNumber', 'order', 'closedAt']
  const bare = invitations.map(({ text }) =>
    Object.entries(JSON.parse(text) as Record<string, unknown>).filter(([field]) => !theirs.includes(field)),
  )
  // But for whose they are and when they were closed, the two invitations are the same.
  expect(bare[0]).toEqual(bare[1])
})

const aTicket = () => randomBytes(18).toString('base64url')

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })
}
