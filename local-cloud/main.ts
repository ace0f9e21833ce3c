import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { startLocalCloud, type LocalCloudOptions } from './index'
import { resetData } from './reset-data'

const DEFAULT_PORT = 9180
const DEFAULT_DATA = '.data/local-cloud'

const help = `本地云开发环境：真实的 @cloudbase/node-sdk 不用改动即可连接。
A CloudBase-compatible server for one machine; the real SDK talks to it unchanged.

用法 / Usage: tsx local-cloud/main.ts [options]

  --port N         端口，0 为任意空闲端口（默认 ${String(DEFAULT_PORT)}）
                   the port, 0 for any free one
  --data DIR       数据目录（默认 ${DEFAULT_DATA}）
                   the folder of everything that is kept
  --reset          启动前清空数据目录里的数据
                   deletes the kept data before starting
  --at ISO         把时钟拨到这一时刻，如 2026-05-10T09:00+08:00
                   puts the clock to an instant
  --web DIR        网页版构建结果所在的目录
                   the folder of the built web app
  --config MODULE  导出 options 的模块：集合、云函数、人物等
                   a module that exports \`options\`: collections, functions, personas and so on
  --help           显示本说明
                   shows this text
`

/** A mistake of whoever starts the server: told without a stack. */
class Mistake extends Error {}

interface Arguments {
  readonly given: Partial<LocalCloudOptions>
  readonly reset: boolean
  readonly config: string | undefined
}

/** @returns undefined when only the help is wanted @throws Mistake */
function readArguments(args: readonly string[]): Arguments | undefined {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const options = { port: text, data: text, reset: flag, at: text, web: text, config: text, help: flag }
  let values: ReturnType<typeof parseArgs<{ options: typeof options }>>['values']
  try {
    values = parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw new Mistake(`参数不对：${messageOf(error)}\nWrong arguments; --help lists them.`)
  }
  if (values.help === true) return undefined
  const { port, data, at, web, config, reset = false } = values
  const given = {
    ...(port === undefined ? {} : { port: portIn(port) }),
    ...(data === undefined ? {} : { data }),
    ...(at === undefined ? {} : { at }),
    ...(web === undefined ? {} : { web }),
  }
  return { given, reset, config }
}

function portIn(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN
  if (port <= 65_535) return port
  throw new Mistake(`--port ${text} 不是端口号（0 到 65535）\n--port ${text} is no port (0 to 65535).`)
}

async function optionsOf(config: string | undefined): Promise<Partial<LocalCloudOptions>> {
  if (config === undefined) return {}
  let exported: { options?: Partial<LocalCloudOptions>; default?: { options?: Partial<LocalCloudOptions> } }
  try {
    exported = (await import(pathToFileURL(resolve(config)).href)) as typeof exported
  } catch (error) {
    throw new Mistake(`--config ${config} 不能加载：${messageOf(error)}\n--config ${config} cannot be loaded.`)
  }
  // A CommonJS module arrives as the default of what is imported.
  const options = exported.options ?? exported.default?.options
  if (options !== undefined) return options
  throw new Mistake(`--config ${config} 没有导出 options\n--config ${config} does not export \`options\`.`)
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** What went wrong at the start, and which option helps. */
function explain(error: unknown, { port, data }: LocalCloudOptions): string {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return `端口 ${String(port)} 已被占用，请用 --port 换一个（--port 0 为任意空闲端口）\nPort ${String(port)} is in use: choose another one with --port (0 for any free one).`
  if (code === 'EACCES')
    return `没有权限：端口 ${String(port)} 或目录 ${data}；请用 --port 或 --data 换一个\nNo permission for port ${String(port)} or folder ${data}: choose another one with --port or --data.`
  if (/another server/.test(messageOf(error)))
    return `数据目录 ${data} 正被另一个服务器使用，请用 --data 换一个\nThe data folder ${data} is in use by another server: choose another one with --data.`
  if (/is no instant/.test(messageOf(error)))
    return `--at 不是时刻，请写成 2026-05-10T09:00+08:00\n--at: ${messageOf(error)}`
  return messageOf(error)
}

async function main(): Promise<void> {
  const read = readArguments(process.argv.slice(2))
  if (read === undefined) {
    process.stdout.write(help)
    return
  }
  const options: LocalCloudOptions = {
    port: DEFAULT_PORT,
    data: DEFAULT_DATA,
    log: (line) => process.stdout.write(`${line}\n`),
    ...(await optionsOf(read.config)),
    ...read.given,
  }
  try {
    if (read.reset) resetData(resolve(options.data))
    const cloud = await startLocalCloud(options)
    process.stdout.write(`本地云开发环境已启动 / local cloud is listening: ${cloud.url}\n`)
    process.stdout.write(`数据目录 / data: ${resolve(options.data)}\n`)
    const stop = () => void cloud.close().then(() => process.exit(0))
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  } catch (error) {
    throw new Mistake(explain(error, options))
  }
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Mistake ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  )
  process.exit(1)
})
