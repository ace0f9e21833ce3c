import type { Persona } from '../browser/persona'
import type { Account } from './account'
import type { Phones } from './phones'

/** A message as its card shows it. */
interface TrayMessage {
  /** Grows with every message. */
  readonly id: number
  readonly persona: string
  readonly templateId: string
  readonly title: string
  readonly lines: readonly { readonly label: string; readonly text: string }[]
  readonly page: string
  /** Where the card leads in the web app; null where it leads nowhere. */
  readonly link: string | null
  /** Milliseconds since 1970. */
  readonly at: number
}

/** What WeChat has delivered, by phone. */
export interface Tray {
  /** A persona's messages after the one with the id, the newest first; [] for an unknown persona. */
  messages(persona: string, after?: number): readonly TrayMessage[]
  /** The phones, each with how many messages it has had. */
  phones(): readonly {
    readonly id: string
    readonly name: string
    readonly description: string
    readonly count: number
  }[]
}

/** As many messages as a phone's list goes back. */
const LONGEST_LIST = 200

export function openTray(phones: Phones, account: Account, owners: readonly Persona[]): Tray {
  return {
    messages(persona, after = 0) {
      const owner = owners.find(({ id }) => id === persona)
      if (owner === undefined) return []
      return phones.messages(owner.openid, after, LONGEST_LIST).map(({ id, templateId, page, fields, at }) => {
        const template = account.template(templateId)
        const labels = new Map(template?.fields.map(({ key, label }) => [key, label]))
        return {
          id,
          persona,
          templateId,
          title: template?.title ?? '服务通知',
          lines: fields.map(({ key, value }) => ({ label: labels.get(key) ?? key, text: value })),
          page,
          link: page === '' ? null : `/#/${page}`,
          at,
        }
      })
    },
    phones: () =>
      owners.map(({ id, name, description, openid }) => ({
        id,
        name,
        description,
        count: phones.messageCount(openid),
      })),
  }
}
