import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sdkEnvironment, startLocalCloud, type LocalCloud } from '../../local-cloud'
import { messageTemplates } from '../../config/centre/message-templates'
import { collections } from '../../config/cloudbase/collections'
import { functions } from '../../config/cloudbase/functions'
import { makeLocalKeys } from '../../config/commands/local-keys'
import { writeSampleData } from '../../config/commands/sample-data'
import { samplePeople } from '../../config/commands/sample-people'
import { measureAccess } from './bare-store'
import { fillCases, measureBoard } from './board-growth'
import { fillComplaints, measureComplaints } from './complaint-growth'
import { courierPushes } from './courier-pushes'
import { countDatabaseOperations } from './database-operations'
import { fillApplications, measureGrowth, type Growth } from './list-growth'
import { firstPageBytes, functionBytes, weappBytes } from './package-bytes'
import { fillAnswers, measureSatisfaction } from './satisfaction-growth'

/** npm run bench: counts, bytes and ratios within one run; with --write they go to docs/performance.md. */
async function bench(): Promise<void> {
  const runs = 200
  const lines: string[] = []
  const say = (line = '') => {
    lines.push(line)
    process.stdout.write(`${line}\n`)
  }
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(0)} kB`

  say('## Bytes')
  say()
  say('| what | before compression |')
  say('| --- | --- |')
  for (const [name, bytes] of Object.entries(functionBytes('dist/functions')))
    say(`| function ${name} | ${kilobytes(bytes)} |`)
  if (existsSync('dist/weapp/app.json')) {
    for (const [name, bytes] of Object.entries(weappBytes('dist/weapp')))
      say(`| mini-program, ${name} | ${kilobytes(bytes)} |`)
  }
  if (existsSync('dist/h5/index.html'))
    say(`| browser, scripts of the first page (gzip) | ${kilobytes(firstPageBytes('dist/h5'))} |`)
  say()

  const environment = { ...makeLocalKeys(), STORAGE_BUCKET: 'local.bucket' }
  Object.assign(process.env, environment)
  const folders: string[] = []
  const open = async (): Promise<LocalCloud> => {
    const data = mkdtempSync(join(tmpdir(), 'bench-'))
    folders.push(data)
    return startLocalCloud({
      data,
      collections: [...collections, benchCollection],
      functions,
      environment,
      personas: samplePeople,
      templates: Object.values(messageTemplates),
      timers: false,
    })
  }
  const few = await open()
  const many = await open()
  try {
    for (const cloud of [many, few]) {
      Object.assign(process.env, sdkEnvironment(cloud.url))
      await writeSampleData(cloud, { withApplications: true })
    }

    /** What is measured with few of something and with many, in both clouds by turns. */
    const growth = async (
      title: string,
      fill: (cloud: LocalCloud, count: number) => Promise<void>,
      [least, most]: readonly [number, number],
      measure: (few: LocalCloud, many: LocalCloud, runs: number) => Promise<readonly Growth[]>,
    ) => {
      say(`## ${title}`)
      say()
      say(`| what | ${least.toLocaleString('en')}: ms | ${most.toLocaleString('en')}: ms | growth |`)
      say('| --- | --- | --- | --- |')
      await fill(few, least)
      await fill(many, most)
      for (const { list, few: quick, many: slow } of await measure(few, many, runs))
        say(`| ${list} | ${quick.toFixed(2)} | ${slow.toFixed(2)} | ${(slow / quick).toFixed(2)} |`)
      say()
    }

    say('## Requests to the database, by operation')
    say()
    say('| operation | requests | of these |')
    say('| --- | --- | --- |')
    for (const { operation, requests, kinds } of await countDatabaseOperations(few))
      say(`| ${operation} | ${String(requests)} | ${kinds} |`)
    say()

    say('## The local cloud beside its bare store')
    say()
    say('| access | through the SDK, ms | bare SQLite, ms | ratio |')
    say('| --- | --- | --- | --- |')
    const { accesses, transactionsPerSecond } = await measureAccess(runs)
    for (const { access, cloud, bare } of accesses)
      say(`| ${access} | ${cloud.toFixed(2)} | ${bare.toFixed(3)} | ${(cloud / bare).toFixed(1)} |`)
    say()
    say(`Twenty callers at once: ${String(transactionsPerSecond)} transactions a second.`)
    say()

    await growth(
      'Lists, from 1,000 to 100,000 applications (aim: at most 1.3 times)',
      fillApplications,
      [1_000, 100_000],
      measureGrowth,
    )
    say('What the smaller collection cannot fill grows until it is full, and no further (decision 0015).')
    say()

    await growth('The deadlines board, from 1,000 to 100,000 cases', fillCases, [1_000, 100_000], measureBoard)

    await growth(
      'Satisfaction, from 5,000 to 500,000 answers (aim: at most 1.2 times)',
      fillAnswers,
      [5_000, 500_000],
      measureSatisfaction,
    )

    await growth('Complaints, from 1,000 to 20,000', fillComplaints, [1_000, 20_000], measureComplaints)
    for (const line of await courierPushes(10_000, 50)) say(line)
  } finally {
    await few.close()
    await many.close()
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  }
  if (process.argv.includes('--write')) {
    writeFileSync(
      'docs/performance.md',
      `# Performance\n\nWritten by \`npm run bench -- --write\` on one developer's machine: compare the ratios, not the milliseconds.\n\n${lines.join('\n')}\n`,
    )
  }
}

const benchCollection = {
  CollectionName: 'bench',
  Indexes: [
    {
      IndexName: 'group_order',
      MgoKeySchema: {
        MgoIndexKeys: [
          { Name: 'group', Direction: '1' as const },
          { Name: 'order', Direction: '1' as const },
        ],
        MgoIsUnique: false,
      },
    },
  ],
}

bench().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`)
    process.exit(1)
  },
)
