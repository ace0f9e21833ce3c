import { randomBytes } from 'node:crypto'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { signIn } from '../support/sign-in'

jest.setTimeout(180_000)

/** `npm start` itself, without the builds it begins with. */
async function start(
  data: string,
): Promise<{ readonly url: string; readonly server: ChildProcess; readonly said: string }> {
  const server = spawn(
    process.execPath,
    ['--import', 'tsx', 'config/commands/run-local.ts', '--port', '0', '--data', data],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    server.on('exit', (code) => reject(new Error(`the server ended with ${String(code)}: ${said}`)))
    server.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /Open\s+(http:\/\/127\.0\.0\.1:\d+)\//.exec(said)
      if (found?.[1] !== undefined && said.includes('Ctrl+C')) resolve(found[1])
    })
  })
  return { url, server, said }
}

/** Without a word of warning, as when the power goes. */
async function kill(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  server.removeAllListeners('exit')
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGKILL')
  await gone
  server.stdout?.destroy()
}

async function ask(
  url: string,
  headers: object,
  operation: string,
  input: object,
): Promise<{ readonly ok: boolean; readonly data: Record<string, unknown> }> {
  const answer = await fetch(`${url}/local/functions/${operation.split('.')[0] ?? ''}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ operation, input, requestId: randomBytes(12).toString('hex') }),
  })
  return (await answer.json()) as { ok: boolean; data: Record<string, unknown> }
}

it('keeps everything over a kill -9: sign-in, draft, applications, messages', async () => {
  const data = mkdtempSync(join(tmpdir(), 'restart-'))
  const running = new Set<ChildProcess>()
  try {
    const first = await start(data)
    running.add(first.server)
    expect(first.said).toContain('秦晓梅')
    const headers = await signIn(first.url, 'liao')
    const opened = await ask(first.url, headers, 'applications.openDraft', { itemCode: 'ordinary-passport' })
    const { revision, channel } = opened.data
    const applicant = { name: '廖德生', identityNumber: '450302195608173010', phone: '13977305566' }
    const saved = await ask(first.url, headers, 'applications.saveDraft', {
      itemCode: 'ordinary-passport',
      revision,
      channel,
      applicant,
      answers: {},
    })
    expect(saved.ok).toBe(true)
    const mine = await ask(first.url, headers, 'applications.listMine', {})
    const inbox = await ask(first.url, headers, 'notifications.listInbox', {})
    expect(mine.data.applications).toHaveLength(2)
    expect((inbox.data.messages as unknown[]).length).toBeGreaterThan(0)
    await kill(first.server)

    const second = await start(data)
    running.add(second.server)
    // The same cookie: the person need not sign in again.
    const again = await ask(second.url, headers, 'applications.listMine', {})
    expect(again.data).toEqual(mine.data)
    expect((await ask(second.url, headers, 'notifications.listInbox', {})).data).toEqual(inbox.data)
    const draft = await ask(second.url, headers, 'applications.openDraft', { itemCode: 'ordinary-passport' })
    expect(draft.data).toMatchObject({ applicant, revision: saved.data.revision })
  } finally {
    for (const server of running) await kill(server)
    rmSync(data, { recursive: true, force: true })
  }
})
