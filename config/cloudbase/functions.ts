/**
 * Every cloud function with its limits, timers and variables: the one list that the local start and the deployment read.
 */
export interface FunctionDeclaration {
  /** The folder in cloudfunctions and dist/functions. */
  readonly name: string
  /** Longer than the kernel's patience with a contended transaction (6 s). */
  readonly timeoutSeconds: number
  readonly memoryMb: number
  readonly triggers: readonly TimerTrigger[]
  /** The variables it reads, by name. */
  readonly environment: readonly EnvironmentName[]
  /** Where the HTTP access service answers with it; residents' functions have no such address. */
  readonly httpPath?: string
}

export interface TimerTrigger {
  /** The last part of the operation's name: `sweepApplications` runs `applications.sweepApplications`. */
  readonly name: string
  /** Seven fields: second minute hour day month weekday year, in Shanghai's time. */
  readonly cron: string
}

/** What a deployment sets, and when it has to. All variables of a function together may have 4 KB. */
export const environmentVariables = {
  FIELD_KEYS: {
    required: true,
    secret: true,
    purpose: 'Keys of the sealed fields, `k2:BASE64,k1:BASE64`, 32 bytes each; the first one seals, all of them open.',
  },
  LOOKUP_KEY: {
    required: true,
    secret: true,
    purpose:
      'Key of the look-up hashes, 32 bytes in base64. Never changed: the names in the audit chains depend on it.',
  },
  STORAGE_BUCKET: {
    required: true,
    secret: false,
    purpose: "The storage's place in file ids: `<bucket>` in `cloud://<bucket>/…`.",
  },
  MESSAGE_TEMPLATES: {
    required: false,
    secret: false,
    purpose:
      "The account's template ids, `submitted=ID,passed=ID,…`; the keys are those of config/centre/message-templates.",
  },
  WECHAT_SENDER: {
    required: false,
    secret: false,
    purpose:
      '`cloud` (the default) sends with the call token of the cloud, `https` with WECHAT_APPID and WECHAT_SECRET.',
  },
  WECHAT_APPID: { required: false, secret: false, purpose: 'For WECHAT_SENDER=https: the id of the mini-program.' },
  WECHAT_SECRET: { required: false, secret: true, purpose: 'For WECHAT_SENDER=https: the secret of the mini-program.' },
  WECHAT_API: { required: false, secret: false, purpose: "WeChat's address; only a test or a proxy sets another." },
  MINIPROGRAM_STATE: {
    required: false,
    secret: false,
    purpose: 'Which edition a message opens: `formal` (the default), `trial` or `developer`.',
  },
  KUAIDI100_KEY: {
    required: false,
    secret: true,
    purpose: 'The key 授权key of the account at the tracking aggregator 快递100; without one nothing is tracked.',
  },
  KUAIDI100_CUSTOMER: {
    required: false,
    secret: true,
    purpose: 'The customer id of that account, which queries are signed with.',
  },
  KUAIDI100_SALT: {
    required: false,
    secret: true,
    purpose: 'Random text that callbacks are signed with; without it every callback is refused.',
  },
  KUAIDI100_URL: {
    required: false,
    secret: false,
    purpose: "The aggregator's address, `https://poll.kuaidi100.com` unless set.",
  },
  COURIER_CALLBACK_URL: {
    required: false,
    secret: false,
    purpose: "Where callbacks go: the environment's HTTP access address and `/courier-push`.",
  },
  FIRST_ADMINISTRATOR_CODE_HASH: {
    required: false,
    secret: true,
    purpose:
      'Hash of the code with which the first administrator claims a new deployment (`npm run first-administrator`); works while there is none.',
  },
} as const satisfies Record<string, { readonly required: boolean; readonly secret: boolean; readonly purpose: string }>
export type EnvironmentName = keyof typeof environmentVariables

/** What every function that answers commands needs: answers are kept sealed, messages go out after the commit. */
const sealing = ['FIELD_KEYS'] as const
const sending = [
  'MESSAGE_TEMPLATES',
  'WECHAT_SENDER',
  'WECHAT_APPID',
  'WECHAT_SECRET',
  'WECHAT_API',
  'MINIPROGRAM_STATE',
] as const

export const functions: readonly FunctionDeclaration[] = [
  {
    name: 'applications',
    // The sweep takes on a few hundred cases a run.
    timeoutSeconds: 60,
    // A material of 10 MB is held twice while it is inspected.
    memoryMb: 512,
    triggers: [
      { name: 'sweepApplications', cron: '0 */5 * * * * *' },
      { name: 'sweepAppointments', cron: '30 */10 * * * * *' },
    ],
    environment: [...sealing, 'LOOKUP_KEY', 'STORAGE_BUCKET', ...sending],
  },
  {
    name: 'catalogue',
    // An import of five hundred items.
    timeoutSeconds: 60,
    memoryMb: 256,
    triggers: [
      { name: 'publishConfiguredItems', cron: '0 10 * * * * *' },
      { name: 'clearItemFiles', cron: '0 40 * * * * *' },
    ],
    environment: [...sealing, 'STORAGE_BUCKET'],
  },
  {
    name: 'courier-push',
    timeoutSeconds: 20,
    memoryMb: 256,
    triggers: [],
    // The rest is what closing an application by a signature reads.
    environment: [...sealing, 'KUAIDI100_SALT', 'LOOKUP_KEY'],
    httpPath: '/courier-push',
  },
  {
    name: 'deliveries',
    // A hundred parcels asked about, five at once.
    timeoutSeconds: 60,
    // Fifty labels with the font (docs/decisions/0018).
    memoryMb: 256,
    triggers: [
      { name: 'pollParcels', cron: '40 */10 * * * * *' },
      { name: 'sweepDeliveries', cron: '0 25 * * * * *' },
      { name: 'clearPapers', cron: '15 */10 * * * * *' },
    ],
    environment: [
      ...sealing,
      'LOOKUP_KEY',
      'STORAGE_BUCKET',
      ...sending,
      'KUAIDI100_KEY',
      'KUAIDI100_CUSTOMER',
      'KUAIDI100_SALT',
      'KUAIDI100_URL',
      'COURIER_CALLBACK_URL',
    ],
  },
  {
    name: 'complaints',
    // The first roll-up looks through twenty thousand.
    timeoutSeconds: 60,
    memoryMb: 256,
    triggers: [
      { name: 'sweepComplaints', cron: '50 4/10 * * * * *' },
      { name: 'rollUpComplaints', cron: '10 27 * * * * *' },
    ],
    environment: [...sealing, 'LOOKUP_KEY', ...sending],
  },
  { name: 'residents', timeoutSeconds: 20, memoryMb: 256, triggers: [], environment: sealing },
  {
    name: 'notifications',
    // A hundred messages a run.
    timeoutSeconds: 60,
    memoryMb: 256,
    triggers: [{ name: 'flushOutbox', cron: '30 * * * * * *' }],
    environment: [...sealing, ...sending],
  },
  {
    name: 'staff',
    timeoutSeconds: 20,
    memoryMb: 256,
    triggers: [],
    environment: [...sealing, 'LOOKUP_KEY', 'FIRST_ADMINISTRATOR_CODE_HASH'],
  },
  {
    name: 'supervision',
    // The first run adds up months of days.
    timeoutSeconds: 60,
    memoryMb: 256,
    triggers: [
      { name: 'rollUpFigures', cron: '20 7 * * * * *' },
      { name: 'countBoard', cron: '50 */5 * * * * *' },
    ],
    environment: sealing,
  },
  {
    name: 'surveys',
    // The first roll-up adds up months of days.
    timeoutSeconds: 60,
    memoryMb: 256,
    triggers: [
      { name: 'sweepSurveys', cron: '10 3/10 * * * * *' },
      { name: 'rollUpSatisfaction', cron: '40 17 * * * * *' },
    ],
    environment: [...sealing, 'LOOKUP_KEY', ...sending],
  },
]
