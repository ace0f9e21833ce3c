import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { Sqlite } from '../documents/sqlite'
import type { SubscribeMessage } from './message-rules'

/** What a person answered in WeChat's subscription prompt. */
export type Choice = 'accept' | 'reject'

/** A message as it arrived on somebody's phone. */
export interface DeliveredMessage {
  /** Grows with every message. */
  readonly id: number
  readonly openid: string
  readonly templateId: string
  readonly page: string
  readonly fields: SubscribeMessage['fields']
  /** Milliseconds since 1970. */
  readonly at: number
}

/** How long an access token works, in milliseconds. */
const TOKEN_LIFE = 7200_000

/**
 * What WeChat keeps of everybody: consents, standing choices, messages. Each change is one transaction of SQLite, on disk
 * when the call returns, so a message is delivered once and its consent spent with it or neither.
 */
export class Phones {
  private readonly sqlite: Sqlite

  constructor(folder: string) {
    this.sqlite = new Sqlite(join(folder, 'wechat.sqlite'))
    this.sqlite.exec(`
      CREATE TABLE IF NOT EXISTS consents (
        openid TEXT NOT NULL, template TEXT NOT NULL, remaining INTEGER NOT NULL, PRIMARY KEY (openid, template)
      ) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS standing_choices (
        openid TEXT NOT NULL, template TEXT NOT NULL, choice TEXT NOT NULL, PRIMARY KEY (openid, template)
      ) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS switched_off (openid TEXT PRIMARY KEY) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS messages (
        id INTEGER PRIMARY KEY AUTOINCREMENT, openid TEXT NOT NULL, template TEXT NOT NULL, page TEXT NOT NULL,
        fields TEXT NOT NULL, at INTEGER NOT NULL
      );
      CREATE INDEX IF NOT EXISTS messages_of ON messages (openid, id);
      CREATE TABLE IF NOT EXISTS tokens (token TEXT PRIMARY KEY, appid TEXT NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID`)
  }

  /**
   * Records answers of one prompt. Each accept allows one message more; a template with a standing choice was not asked
   * about, so that choice is the answer. `always` makes the answers standing ones.
   * @returns the answers that count
   */
  answer(openid: string, answers: ReadonlyMap<string, Choice>, always: boolean): ReadonlyMap<string, Choice> {
    const standing = this.standingChoices(openid)
    const counting = new Map([...answers].map(([template, choice]) => [template, standing.get(template) ?? choice]))
    this.inTransaction(() => {
      for (const [template, choice] of counting) {
        if (choice === 'accept') {
          this.sqlite.run(
            'INSERT INTO consents VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET remaining = remaining + 1',
            openid,
            template,
          )
        }
        if (always) this.putStandingChoice(openid, template, choice)
      }
    })
    return counting
  }

  standingChoices(openid: string): ReadonlyMap<string, Choice> {
    const listed = this.sqlite.row(
      'SELECT json_group_object(template, choice) FROM standing_choices WHERE openid = ?',
      openid,
    )
    return new Map(Object.entries(JSON.parse(String(listed?.[0])) as Record<string, Choice>))
  }

  /** Changes what the person set in WeChat's settings; `ask` takes a standing choice back. */
  setStandingChoices(openid: string, choices: ReadonlyMap<string, Choice | 'ask'>): void {
    this.inTransaction(() => choices.forEach((choice, template) => this.putStandingChoice(openid, template, choice)))
  }

  receivesMessages(openid: string): boolean {
    return this.sqlite.row('SELECT 1 FROM switched_off WHERE openid = ?', openid) === undefined
  }

  /** The main switch of WeChat's settings: whether the account may send the person anything. */
  setReceivesMessages(openid: string, receives: boolean): void {
    if (receives) this.sqlite.run('DELETE FROM switched_off WHERE openid = ?', openid)
    else this.sqlite.run('INSERT OR IGNORE INTO switched_off VALUES (?)', openid)
  }

  /** How many messages of a template the person has allowed and not had yet. */
  remaining(openid: string, template: string): number {
    return Number(
      this.sqlite.row('SELECT remaining FROM consents WHERE openid = ? AND template = ?', openid, template)?.[0] ?? 0,
    )
  }

  /** Delivers a message for one consent, or any number for one where `longTerm`. @returns false when there is none */
  deliver({ touser, templateId, page, fields }: SubscribeMessage, longTerm: boolean, at: number): boolean {
    if (!this.receivesMessages(touser) || this.standingChoices(touser).get(templateId) === 'reject') return false
    if (this.remaining(touser, templateId) === 0) return false
    this.inTransaction(() => {
      const spend = 'UPDATE consents SET remaining = remaining - 1 WHERE openid = ? AND template = ?'
      if (!longTerm) this.sqlite.run(spend, touser, templateId)
      const insert = 'INSERT INTO messages (openid, template, page, fields, at) VALUES (?, ?, ?, ?, ?)'
      this.sqlite.run(insert, touser, templateId, page, JSON.stringify(fields), at)
    })
    return true
  }

  /** A person's messages with a greater id, the newest first, at most `limit`. */
  messages(openid: string, after: number, limit: number): readonly DeliveredMessage[] {
    const columns = `json_array(id, template, page, json(fields), at)`
    const query = `SELECT * FROM messages WHERE openid = ? AND id > ? ORDER BY id DESC LIMIT ?`
    const list = this.sqlite.row(`SELECT json_group_array(${columns}) FROM (${query})`, openid, after, limit)
    const rows = JSON.parse(String(list?.[0])) as [number, string, string, SubscribeMessage['fields'], number][]
    return rows.map(([id, templateId, page, fields, at]) => ({ id, openid, templateId, page, fields, at }))
  }

  messageCount(openid: string): number {
    return Number(this.sqlite.row('SELECT count(*) FROM messages WHERE openid = ?', openid)?.[0])
  }

  /** An account's token that still works, the same one as long as it does, and until when. */
  token(appid: string, now: number, fresh: boolean): { readonly token: string; readonly until: number } {
    const kept = this.sqlite.row('SELECT token, until FROM tokens WHERE appid = ? AND until > ?', appid, now)
    if (kept !== undefined && !fresh) return { token: String(kept[0]), until: Number(kept[1]) }
    const made = { token: randomBytes(48).toString('base64url'), until: now + TOKEN_LIFE }
    this.inTransaction(() => {
      this.sqlite.run('DELETE FROM tokens WHERE appid = ?', appid)
      this.sqlite.run('INSERT INTO tokens VALUES (?, ?, ?)', made.token, appid, made.until)
    })
    return made
  }

  tokenEnd(token: string): number | undefined {
    const until = this.sqlite.row('SELECT until FROM tokens WHERE token = ?', token)?.[0]
    return until === undefined ? undefined : Number(until)
  }

  close(): void {
    this.sqlite.close()
  }

  private putStandingChoice(openid: string, template: string, choice: Choice | 'ask'): void {
    if (choice === 'ask')
      this.sqlite.run('DELETE FROM standing_choices WHERE openid = ? AND template = ?', openid, template)
    else this.sqlite.run('INSERT OR REPLACE INTO standing_choices VALUES (?, ?, ?)', openid, template, choice)
  }

  private inTransaction(work: () => void): void {
    this.sqlite.exec('BEGIN IMMEDIATE')
    try {
      work()
      this.sqlite.exec('COMMIT')
    } catch (error) {
      this.sqlite.exec('ROLLBACK')
      throw error
    }
  }
}
