import { mkdirSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { join, resolve } from 'node:path'
import { gatewayRoutes } from './browser/gateway'
import type { Persona } from './browser/persona'
import { Sessions } from './browser/sessions'
import { webFilesRoute } from './browser/web-files'
import { openClock, type Clock } from './clock'
import { openCourier, type CourierAccount } from './courier'
import { openDocuments, type CollectionDeclaration, type Documents } from './documents'
import { openFunctions, type Caller, type FunctionDeclaration } from './functions'
import { httpAccessRoute } from './http-access'
import { isSameOrigin, serve } from './server'
import { openStorage } from './storage'
import { openTimers } from './timers'
import { openWeChat, type MessageTemplateDeclaration, type Tray, type Trouble } from './wechat'

export type { Persona } from './browser/persona'
export type { CollectionDeclaration } from './documents'
export type { FunctionDeclaration } from './functions'
export { sdkEnvironment } from './sdk-environment'

/** What a local cloud holds and where. */
export interface LocalCloudOptions {
  /** The folder of everything that is kept; made if need be. */
  readonly data: string
  /** 0, the default, takes any free one. */
  readonly port?: number
  readonly collections?: readonly CollectionDeclaration[]
  readonly functions?: readonly FunctionDeclaration[]
  /** Holds each function's bundle as `<name>/index.js`. */
  readonly functionsFolder?: string
  /** The functions' variables; each function gets those that it declares. They may depend on the server's address. */
  readonly environment?: Readonly<Record<string, string>> | ((url: string) => Readonly<Record<string, string>>)
  /** Who can sign in from a browser, and whom WeChat knows. */
  readonly personas?: readonly Persona[]
  /** The message templates registered at WeChat; any template is known where this is left out. */
  readonly templates?: readonly MessageTemplateDeclaration[]
  /** The account at the courier companies' stand-in; without it there is none. */
  readonly courier?: CourierAccount
  /** The folder of the built web app. */
  readonly web?: string
  /** Puts the clock to an ISO instant; otherwise it goes on from where it was put before. */
  readonly at?: string
  /** The storage's name in file ids, with the environment in front. */
  readonly bucket?: string
  /** What the paths of files begin with that browsers may upload. */
  readonly clientUploadPrefix?: string
  /** Whether timers run by themselves; they do unless told not to. */
  readonly timers?: boolean
  /** Told warnings, failures and the functions' output, a line at a time. */
  readonly log?: (line: string) => void
  /** What goes wrong at WeChat, for tests. */
  readonly trouble?: Trouble
}

/** A running cloud. */
export interface LocalCloud {
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  readonly clock: Clock
  readonly documents: Documents
  /** What WeChat has delivered. */
  readonly tray: Tray
  /**
   * Calls a function. @throws CloudError when it is unknown, fails, or takes too long, too much memory or too much room
   */
  invoke(name: string, event: unknown, caller: Caller): Promise<unknown>
  /** Runs a timer now and gives what its function answered. */
  runTimer(functionName: string, triggerName: string): Promise<unknown>
  /** Resolves when no timer's run is under way, and no courier's callback. */
  timersSettled(): Promise<void>
  /** Sends the courier's callbacks that are due now; by themselves they go out when timers do. */
  pushParcels(): Promise<void>
  /** Stops everything; what was acknowledged is on disk. */
  close(): Promise<void>
}

/**
 * Starts a local cloud. @throws Error when the port is taken (code `EADDRINUSE`), another server has the data, or an
 * option makes no sense
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const closers: (() => void | Promise<void>)[] = []
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    return await assemble(options, closers, close)
  } catch (error) {
    await close()
    throw error
  }
}

/** Opens the parts one after another; `closers` gets to know how each is closed again. */
async function assemble(
  options: LocalCloudOptions,
  closers: (() => void | Promise<void>)[],
  close: () => Promise<void>,
): Promise<LocalCloud> {
  const { collections = [], functions: declarations = [], personas = [], log = () => undefined } = options
  const data = resolve(options.data)
  mkdirSync(data, { recursive: true })
  const opened = <Part extends { close(): void | Promise<void> }>(part: Part): Part => {
    closers.push(() => part.close())
    return part
  }
  // Known once the server listens; nobody asks before.
  let address = ''
  const url = () => address

  const clock = openClock(join(data, 'clock.json'))
  // The documents' file is locked: only the one server that has it goes on from here.
  const documents = opened(
    openDocuments({ file: join(data, 'documents.sqlite'), collections, now: () => clock.now(), warn: log }),
  )
  if (options.at !== undefined) clock.move(instantOf(options.at))

  const sessions = new Sessions(join(data, 'sessions.json'), personas)
  const personaOf = (request: IncomingMessage) => sessions.personaOf(request)
  const shared = { clock, url, personas, personaOf, isSameOrigin }
  const storage = opened(
    openStorage({
      ...shared,
      folder: join(data, 'storage'),
      bucket: options.bucket ?? 'local.bucket',
      clientUploadPrefix: options.clientUploadPrefix ?? 'uploads/',
    }),
  )
  const { templates, trouble } = options
  const weChat = opened(
    openWeChat({
      ...shared,
      folder: join(data, 'wechat'),
      ...(templates === undefined ? {} : { templates }),
      ...(trouble === undefined ? {} : { trouble }),
    }),
  )

  const { environment = {} } = options
  const functions = opened(
    openFunctions({
      declarations,
      bundles: resolve(options.functionsFolder ?? 'dist/functions'),
      environment: () => (typeof environment === 'function' ? environment(address) : environment),
      folder: join(data, 'functions'),
      clock,
      url,
      log,
    }),
  )
  const timers = openTimers({
    timers: declarations.flatMap(({ name, triggers }) =>
      triggers.map((trigger) => ({ functionName: name, triggerName: trigger.name, cron: trigger.cron })),
    ),
    clock,
    run: async (name, event) =>
      JSON.parse(await functions.invoke(name, JSON.stringify(event), { source: 'wx_trigger' })) as unknown,
    log,
  })
  closers.push(() => timers.stop())

  const courier =
    options.courier === undefined
      ? undefined
      : opened(openCourier({ folder: join(data, 'courier'), account: options.courier, clock, url, log }))
  const settled = async () => {
    await timers.settled()
    await courier?.settled()
  }

  const gateway = gatewayRoutes({
    personas,
    sessions,
    clock,
    invoke: (name, event, caller) => functions.invoke(name, event, caller),
    timersSettled: settled,
  })
  const server = opened(
    await serve({
      actions: [
        { prefixes: ['database.'], handle: (action, parameters) => documents.handle(action, parameters) },
        storage.actions,
        weChat.actions,
        functions.actions,
      ],
      routes: [
        ...gateway,
        ...storage.routes,
        ...weChat.routes,
        httpAccessRoute({ declarations, invoke: (name, event, caller) => functions.invoke(name, event, caller) }),
        ...(courier === undefined ? [] : [courier.route]),
        ...(options.web === undefined ? [] : [webFilesRoute(resolve(options.web))]),
      ],
      port: options.port ?? 0,
      log,
    }),
  )
  address = server.url
  if (options.timers ?? true) {
    timers.start()
    courier?.start()
  }

  return {
    url: server.url,
    clock,
    documents,
    tray: weChat.tray,
    invoke: async (name, event, caller) =>
      JSON.parse(await functions.invoke(name, JSON.stringify(event), caller)) as unknown,
    runTimer: (functionName, triggerName) => timers.runNow(functionName, triggerName),
    timersSettled: settled,
    pushParcels: async () => courier?.pushDue(),
    close,
  }
}

/** @throws Error for text that is no instant */
function instantOf(iso: string): number {
  const instant = /^\d{4}-\d\d-\d\d/.test(iso) ? Date.parse(iso) : NaN
  if (Number.isNaN(instant)) throw new Error(`"${iso}" is no instant; write it as 2026-05-10T09:00+08:00`)
  return instant
}
