import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sdkEnvironment, startLocalCloud } from '../../local-cloud'
import { resetData } from '../../local-cloud/reset-data'
import { addDays, civilDateOf, startOfCivilDay } from '@shared/domain/civil-time'
import { createCalendar } from '@shared/domain/calendar'
import { sendAt } from '@shared/domain/quiet-hours'
import { calendarYears, localHolidays } from '../centre/calendar'
import { messageTemplates } from '../centre/message-templates'
import { collections } from '../cloudbase/collections'
import { functions } from '../cloudbase/functions'
import { courierAccount, courierSettings } from './local-courier'
import { makeLocalKeys } from './local-keys'
import { writeSampleData } from './sample-data'
import { samplePeople } from './sample-people'

const usage = `npm start -- [--port N] [--data DIR] [--reset] [--at 2026-05-10T09:00+08:00] [--no-sample]

  --port N     port on 127.0.0.1 (4500)
  --data DIR   where everything is kept (.data/local)
  --reset      begin anew: deletes what is kept
  --at TIME    put the clock to this instant; it runs on from there
  --no-sample  no sample applications, only the catalogue and the people
`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4500' },
      data: { type: 'string', default: '.data/local' },
      reset: { type: 'boolean', default: false },
      at: { type: 'string' },
      'no-sample': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(usage)
    return
  }
  const { data } = values
  mkdirSync(data, { recursive: true })
  const ready = join(data, 'ready')
  // A first start that was cut off left half the sample data: it begins anew, as --reset does.
  const isNew = values.reset || !existsSync(ready)
  if (isNew) {
    resetData(data)
    // Without its data a key is of no use any more.
    for (const file of [ready, join(data, 'keys.json')]) rmSync(file, { force: true })
  }

  const options = {
    data,
    collections,
    functions,
    functionsFolder: 'dist/functions',
    environment: (url: string) => ({
      ...keys(join(data, 'keys.json')),
      STORAGE_BUCKET: 'local.bucket',
      ...courierSettings(url),
    }),
    courier: courierAccount,
    personas: samplePeople.map(({ id, name, description, openid }) => ({ id, name, description, openid })),
    templates: Object.values(messageTemplates),
    web: 'dist/h5',
    log: (line: string) => void process.stderr.write(`${line}\n`),
  }
  if (isNew) {
    process.stdout.write('正在写入样例数据… Writing sample data…\n')
    const first = await startLocalCloud({ ...options, timers: false })
    const now = values.at === undefined ? Date.now() : Date.parse(values.at)
    first.clock.move(morningBefore(now))
    Object.assign(process.env, sdkEnvironment(first.url))
    await writeSampleData(first, { withApplications: !values['no-sample'] })
    first.clock.move(now)
    await first.close()
    writeFileSync(ready, '')
  }
  const cloud = await startLocalCloud({
    ...options,
    port: Number(values.port),
    ...(values.at === undefined ? {} : { at: values.at }),
  })
  const people = samplePeople
    .map(({ id, name, description }) => `  ${id.padEnd(6)} ${name} — ${description}`)
    .join('\n')
  // Nobody is messaged at night: whoever tries it then should know why the tray stays empty.
  const at = cloud.clock.now()
  const quiet =
    sendAt(at, { aboutToday: false }) > at
      ? '现在是22:00—8:00，消息到早上8点才发出；想马上看到，用 --at 换一个白天的时间 (quiet hours: messages wait until 8:00).\n\n'
      : ''
  process.stdout.write(`
桂林政务 已启动 (running)

  打开 Open       ${cloud.url}/
  消息 Messages   ${cloud.url}/local/tray   微信里会收到的消息 (what WeChat would deliver)

可以登录的人 Who you can sign in as:
${people}

${quiet}按 Ctrl+C 结束 (Ctrl+C stops). 数据保存在 ${data} (kept there; --reset begins anew).
`)
  const stop = () => {
    void cloud.close().then(() => process.exit(0))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

/** Ten o'clock on the last working day before today: when the sample applications were handed in. */
function morningBefore(now: number): number {
  const calendar = createCalendar(calendarYears, localHolidays)
  let day = addDays(civilDateOf(now), -1)
  while (!calendar.isWorkingDay(day)) day = addDays(day, -1)
  return startOfCivilDay(day) + 10 * 3_600_000
}

/** The keys that seal personal fields, made once for a data folder and kept beside it. */
function keys(file: string): ReturnType<typeof makeLocalKeys> {
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, JSON.stringify(makeLocalKeys()), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  return JSON.parse(readFileSync(file, 'utf8')) as ReturnType<typeof makeLocalKeys>
}

main().catch((error: unknown) => {
  const { code, message } = error as { code?: string; message?: string }
  if (code === 'EADDRINUSE')
    process.stderr.write('端口已被占用，请换一个：npm start -- --port 4501 (the port is taken)\n')
  else
    process.stderr.write(
      `${error instanceof Error && code === undefined ? (error.stack ?? error.message) : (message ?? String(error))}\n`,
    )
  process.exit(1)
})
