import { mkdirSync } from 'node:fs'
import type { Persona } from '../browser/persona'
import type { Clock } from '../clock'
import type { ActionHandler, Route } from '../http'
import { Account, type Trouble } from './account'
import { httpsApiRoutes } from './https-api'
import type { MessageTemplateDeclaration } from './message-rules'
import { Phones } from './phones'
import { promptRoutes, type PhoneAccess } from './prompt-routes'
import { weChatActions } from './sdk-actions'
import { openTray, type Tray } from './tray'
import { trayRoutes } from './tray-routes'

export type { Trouble } from './account'
export type { MessageTemplateDeclaration } from './message-rules'
export type { Tray } from './tray'

/** Whose phones there are, and what the account has registered. */
export interface WeChatOptions extends PhoneAccess {
  /** Made if need be. */
  readonly folder: string
  readonly clock: Pick<Clock, 'now'>
  /** The people WeChat knows; anybody else is an invalid openid. */
  readonly personas: readonly Persona[]
  /** The account's templates; without them any id is taken and cards show the fields' keys. */
  readonly templates?: readonly MessageTemplateDeclaration[]
  /** Makes sending go wrong, for tests. */
  readonly trouble?: Trouble
}

/** WeChat, as far as a mini-program's server and pages talk to it. */
export interface WeChat {
  readonly actions: ActionHandler
  readonly routes: readonly Route[]
  readonly tray: Tray
  close(): void
}

/** Opens the phones in a folder. @throws Error when another server has them */
export function openWeChat(options: WeChatOptions): WeChat {
  const { folder, clock, personas, personaOf, isSameOrigin, templates, trouble = () => undefined } = options
  mkdirSync(folder, { recursive: true })
  const phones = new Phones(folder)
  const openids = new Set(personas.map(({ openid }) => openid))
  const account = new Account(phones, clock, (openid) => openids.has(openid), templates, trouble)
  const tray = openTray(phones, account, personas)
  return {
    actions: weChatActions(account),
    routes: [
      ...httpsApiRoutes(account, phones, clock),
      ...promptRoutes(account, phones, { personaOf, isSameOrigin }),
      ...trayRoutes(tray, isSameOrigin),
    ],
    tray,
    close() {
      account.close()
      phones.close()
    },
  }
}
