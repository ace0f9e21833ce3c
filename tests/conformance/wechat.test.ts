import { encode } from 'uqr'
import { inflateSync } from 'node:zlib'
import { startLocalCloud } from '../../local-cloud'
import { startTestCloud } from '../support/cloud'
import { signIn } from '../support/sign-in'

const template = {
  id: 'template-result',
  title: '预审结果通知',
  fields: [
    { key: 'thing1', label: '办理事项' },
    { key: 'phrase2', label: '当前状态' },
  ],
}
const longTerm = { ...template, id: 'template-long-term', longTerm: true }
const everyKind = {
  id: 'template-every-kind',
  title: '各种字段',
  fields: 'thing number letter symbol character_string time date amount phone_number car_number name phrase'
    .split(' ')
    .map((kind) => ({ key: `${kind}1`, label: kind })),
}
const personas = ['resident', 'reviewer', 'third', 'fourth'].map((id) => ({
  id,
  name: `${id}的手机`,
  description: '',
  openid: `openid-${id}`,
}))

/** What WeChat is told to do wrong, and what it was asked when. */
jest.setTimeout(30_000)

let trouble: number | 'no-answer' | undefined
let platform: Awaited<ReturnType<typeof startTestCloud>>
let cloud: typeof platform.cloud

beforeAll(async () => {
  const templates = [template, longTerm, everyKind]
  platform = await startTestCloud({ personas, templates, trouble: () => trouble })
  cloud = platform.cloud
})
beforeEach(() => (trouble = undefined))
afterAll(() => platform.stop())

interface Answer {
  readonly errcode: number
  readonly errmsg: string
}
const data = { thing1: { value: '茶馆经营许可' }, phrase2: { value: '已通过' } }
const page = 'packages/case/pages/case?id=abc'
const message = (change: object = {}) => ({
  touser: 'openid-resident',
  template_id: template.id,
  page,
  data,
  ...change,
})

/** Sends as a cloud function does. */
async function send(change: object = {}): Promise<Answer> {
  const { result } = (await platform.app.callWxOpenApi({
    apiName: 'subscribeMessage.send',
    requestData: message(change),
  })) as { result: Answer }
  return result
}
const codeOf = async (answer: Promise<Answer>) => (await answer).errcode

async function post(path: string, persona: string | undefined, body: unknown, origin?: string): Promise<Response> {
  return fetch(cloud.url + path, {
    method: 'POST',
    headers: { ...(persona && (await signIn(cloud.url, persona))), ...(origin === undefined ? {} : { origin }) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}
const answerPrompt = async (persona: string, answers: Record<string, string>, always = false) =>
  (await (
    await post('/local/wechat/subscribe', persona, {
      answers: Object.entries(answers).map(([templateId, choice]) => ({ templateId, choice })),
      always,
    })
  ).json()) as { answers?: { choice: string }[]; errCode?: number }
const allow = (persona = 'resident', id = template.id) => answerPrompt(persona, { [id]: 'accept' })
const delivered = (persona = 'resident') => cloud.tray.messages(persona)

describe('a subscribe message', () => {
  it('is delivered once for each consent, and refused when they are used up', async () => {
    expect(await send()).toEqual({
      errcode: 43101,
      errmsg: expect.stringMatching(
        /^user refuse to accept the msg rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/,
      ) as string,
    })
    await allow()
    await allow()
    expect([await send(), await codeOf(send()), await codeOf(send())]).toEqual([{ errcode: 0, errmsg: 'ok' }, 0, 43101])
    expect(delivered()).toHaveLength(2)
    expect(delivered()[0]).toMatchObject({
      persona: 'resident',
      title: template.title,
      lines: [
        { label: '办理事项', text: '茶馆经营许可' },
        { label: '当前状态', text: '已通过' },
      ],
      page,
      link: `/#/${page}`,
    })
  })

  it('spends no more consents than there are when many are sent at once', async () => {
    const before = delivered('third').length
    for (let count = 0; count < 5; count += 1) await allow('third')
    const codes = await Promise.all(Array.from({ length: 12 }, () => codeOf(send({ touser: 'openid-third' }))))
    expect(codes.filter((code) => code === 0)).toHaveLength(5)
    expect(codes.filter((code) => code === 43101)).toHaveLength(7)
    expect(delivered('third').length - before).toBe(5)
  })

  it('keeps the consents of persons and templates apart', async () => {
    await allow('resident')
    expect(await codeOf(send({ touser: 'openid-reviewer' }))).toBe(43101)
    expect(await codeOf(send({ template_id: longTerm.id }))).toBe(43101)
    expect(await codeOf(send())).toBe(0)
  })

  it('of a long-term template needs one consent for all', async () => {
    await allow('reviewer', longTerm.id)
    const sent = () => codeOf(send({ touser: 'openid-reviewer', template_id: longTerm.id }))
    expect([await sent(), await sent(), await sent()]).toEqual([0, 0, 0])
  })

  it('spends no consent when it is refused for another reason', async () => {
    await allow('fourth')
    const touser = 'openid-fourth'
    trouble = 45009
    expect(await codeOf(send({ touser }))).toBe(45009)
    trouble = -1
    expect(await send({ touser })).toMatchObject({
      errcode: -1,
      errmsg: expect.stringContaining('system error') as string,
    })
    trouble = undefined
    expect(await codeOf(send({ touser, page: 'https://elsewhere.example' }))).toBe(41030)
    expect(await codeOf(send({ touser }))).toBe(0)
    expect(await codeOf(send({ touser }))).toBe(43101)
  })

  it.each([
    ['openid-nobody', 40003, 'invalid openid'],
    ['', 40003, 'invalid openid'],
    [undefined, 40003, 'invalid openid'],
    [7, 40003, 'invalid openid'],
  ])('is refused for the person %j with %i', async (touser, errcode, errmsg) => {
    expect(await send({ touser })).toEqual({ errcode, errmsg: expect.stringContaining(errmsg) as string })
  })

  it.each(['template-unknown', '', undefined, 3])('is refused for the template %j', async (template_id) => {
    expect(await send({ template_id })).toMatchObject({ errcode: 40037 })
  })

  it.each(['http://x.example', '//x.example', 'javascript:alert(1)', 'pages/a b', 'pages/a#b', '?id=1', '../a', 7, {}])(
    'is refused for the page %j',
    async (to) => {
      expect(await send({ page: to })).toMatchObject({ errcode: 41030 })
    },
  )

  it('may lead nowhere, or to a page with a slash in front', async () => {
    await allow()
    await allow()
    await send({ page: undefined })
    await send({ page: '/pages/home/home' })
    expect(
      delivered()
        .slice(0, 2)
        .map(({ link }) => link),
    ).toEqual(['/#/pages/home/home', null])
  })

  it('is read as WeChat reads it: the person first, then template, page, fields, consent', async () => {
    const wrong = { touser: 'x', template_id: 'x', page: '//x', data: {} }
    const right = message()
    const codes: number[] = []
    for (const key of ['touser', 'template_id', 'page', 'data'] as const) {
      codes.push(await codeOf(send(wrong)))
      Object.assign(wrong, { [key]: right[key] })
    }
    expect([...codes, await codeOf(send({ ...wrong, touser: 'openid-third' }))]).toEqual([
      40003, 40037, 41030, 47003, 43101,
    ])
  })
})

describe("a message's fields", () => {
  const good = {
    thing1: '长'.repeat(20),
    number1: '12.5',
    letter1: 'abcXYZ',
    symbol1: '#!',
    character_string1: 'GL20260510000000001-A',
    time1: '2026年5月10日 09:00~2026年5月10日 10:30',
    date1: '2026年5月10日',
    amount1: '￥12.50元',
    phone_number1: '0773-5813252',
    car_number1: '桂C12345',
    name1: '秦漓江',
    phrase1: '待补正',
  }
  const sendFields = (change: Record<string, unknown>) =>
    send({
      touser: 'openid-third',
      template_id: everyKind.id,
      data: Object.fromEntries(Object.entries({ ...good, ...change }).map(([key, value]) => [key, { value }])),
    })

  it('are taken when each is of its kind', async () => {
    await allow('third', everyKind.id)
    expect(await codeOf(sendFields({}))).toBe(0)
    expect(delivered('third')[0]?.lines.map(({ text }) => text)).toEqual(Object.values(good))
  })

  it.each([
    ['number1', 3],
    ['number1', '9'.repeat(32)],
    ['time1', '09:00'],
    ['time1', '2026年05月10日 09:00:30'],
    ['date1', '2026年5月10日 15:01'],
    ['name1', 'Anna-Maria Schmidt'],
    ['amount1', '0'],
    ['thing1', '<b>&"\' 茶馆'],
  ])('are taken with %s = %j', async (key, value) => {
    await allow('third', everyKind.id)
    expect(await codeOf(sendFields({ [key]: value }))).toBe(0)
  })

  it.each([
    ['thing1', '长'.repeat(21)],
    ['number1', '12a'],
    ['number1', '9'.repeat(33)],
    ['number1', '1.2.3'],
    ['letter1', 'a1'],
    ['symbol1', 'abc'],
    ['character_string1', '编号1'],
    ['character_string1', 'x'.repeat(33)],
    ['time1', '2026-05-10'],
    ['time1', '25:00'],
    ['time1', '2026年5月10日'],
    ['date1', '2026年13月1日'],
    ['date1', '明天'],
    ['amount1', '12345678901'],
    ['phone_number1', '0'.repeat(18)],
    ['phone_number1', '电话'],
    ['name1', '一二三四五六七八九十一'],
    ['name1', '用户410774'],
    ['phrase1', '超过五个汉字'],
    ['phrase1', '已ok'],
  ])('are refused with %s = %j, naming the argument', async (key, value) => {
    const { errcode, errmsg } = await sendFields({ [key]: value })
    expect([errcode, errmsg.split(' rid')[0]]).toEqual([47003, `argument invalid! data.${key}.value invalid`])
  })

  it.each(['', '  ', null, undefined, {}, ['x']])('are refused as empty when one is %j', async (value) => {
    const { errcode, errmsg } = await sendFields({ thing1: value })
    expect([errcode, errmsg.split(' rid')[0]]).toEqual([47003, 'argument invalid! data.thing1.value is empty'])
  })

  it.each(['{"thing1":{"value":"x"}}', null, undefined, [], 5])('are refused when they are %j', async (fields) => {
    expect(await send({ data: fields })).toMatchObject({ errcode: 47003 })
  })
})

describe("a person's settings", () => {
  const settings = async (persona: string) =>
    (await (
      await fetch(`${cloud.url}/local/wechat/settings`, { headers: await signIn(cloud.url, persona) })
    ).json()) as unknown
  const change = async (persona: string, body: object) =>
    (await post('/local/wechat/settings', persona, body)).json() as Promise<unknown>

  it('make no message unlimited by an accept for always, and answer for the prompt', async () => {
    await answerPrompt('fourth', { [template.id]: 'accept' }, true)
    expect(await settings('fourth')).toEqual({ mainSwitch: true, always: { [template.id]: 'accept' } })
    const touser = 'openid-fourth'
    expect([await codeOf(send({ touser })), await codeOf(send({ touser }))]).toEqual([0, 43101])
    expect((await answerPrompt('fourth', { [template.id]: 'reject' })).answers).toMatchObject([{ choice: 'accept' }])
    expect(await codeOf(send({ touser }))).toBe(0)
  })

  it('refuse what was allowed before once the standing answer is a reject, until it is taken back', async () => {
    await allow('fourth')
    await change('fourth', { always: { [template.id]: 'reject' } })
    const touser = 'openid-fourth'
    expect(await codeOf(send({ touser }))).toBe(43101)
    expect((await answerPrompt('fourth', { [template.id]: 'accept' })).answers).toMatchObject([{ choice: 'reject' }])
    expect(await change('fourth', { always: { [template.id]: 'ask' } })).toEqual({ mainSwitch: true, always: {} })
    expect([await codeOf(send({ touser })), await codeOf(send({ touser }))]).toEqual([0, 43101])
  })

  it('switch everything off with the main switch', async () => {
    await allow('fourth')
    expect(await change('fourth', { mainSwitch: false })).toEqual({ mainSwitch: false, always: {} })
    const touser = 'openid-fourth'
    expect(await codeOf(send({ touser }))).toBe(43101)
    expect((await allow('fourth')).errCode).toBe(20004)
    await change('fourth', { mainSwitch: true })
    expect([await codeOf(send({ touser })), await codeOf(send({ touser }))]).toEqual([0, 43101])
  })

  it('are nobody else’s', async () => {
    await answerPrompt('reviewer', { [template.id]: 'reject' }, true)
    expect(await settings('resident')).toEqual({ mainSwitch: true, always: {} })
    expect((await fetch(`${cloud.url}/local/wechat/settings`)).status).toBe(401)
  })
})

describe('a prompt', () => {
  it('without an accept allows nothing, and takes nothing back', async () => {
    await allow()
    await answerPrompt('resident', { [template.id]: 'reject' })
    expect([await codeOf(send()), await codeOf(send())]).toEqual([0, 43101])
  })

  it.each([
    [{ answers: [] }, 20001],
    [{ answers: 'all' }, 20001],
    [{}, 20001],
    [{ answers: [null] }, 20001],
    [{ answers: [{ templateId: 'template-unknown', choice: 'accept' }] }, 20001],
    [{ answers: [{ templateId: template.id, choice: 'maybe' }] }, 20001],
  ])('is refused for %j', async (body, errCode) => {
    expect(await (await post('/local/wechat/subscribe', 'resident', body)).json()).toMatchObject({ errCode })
    expect(await codeOf(send())).toBe(43101)
  })

  it('is refused from nobody, from other pages and in anything but JSON', async () => {
    const body = { answers: [{ templateId: template.id, choice: 'accept' }] }
    expect((await post('/local/wechat/subscribe', undefined, body)).status).toBe(401)
    expect((await post('/local/wechat/subscribe', 'resident', body, 'http://elsewhere.example')).status).toBe(403)
    expect((await post('/local/wechat/subscribe', 'resident', 'accept!')).status).toBe(400)
    expect((await fetch(`${cloud.url}/local/wechat/subscribe`)).status).toBe(405)
    expect(await codeOf(send())).toBe(43101)
  })
})

describe('the ways to WeChat', () => {
  const call = async (path: string, body: unknown, method = 'POST') =>
    (
      await fetch(cloud.url + path, {
        method,
        ...(method === 'GET' ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
    ).json() as Promise<Record<string, unknown>>
  const credentials = { grant_type: 'client_credential', appid: 'wx0000000000000000', secret: 'local' }
  const token = async (more: object = {}) =>
    (await call('/cgi-bin/stable_token', { ...credentials, ...more })).access_token

  it('answer a function that asks through the cloud for an unknown interface with its error', async () => {
    for (const apiName of ['templateMessage.send', 'security.imgSecCheck', '']) {
      const asked = platform.app.callWxOpenApi({ apiName, requestData: {} })
      await expect(asked).rejects.toMatchObject({ code: '-604100' })
    }
  })

  it('take the form that the compatible interface sends', async () => {
    await allow()
    const requestData = Buffer.from(JSON.stringify(message()))
    const answer = await platform.app.callCompatibleWxOpenApi({ apiName: 'subscribeMessage.send', requestData })
    expect(answer).toMatchObject({ errcode: 0 })
  })

  it('send over HTTPS with a token that stays the same until it is renewed', async () => {
    const first = await token()
    expect(await token()).toBe(first)
    await allow()
    const sent = (with_: unknown) => call(`/cgi-bin/message/subscribe/send?access_token=${String(with_)}`, message())
    expect(await sent(first)).toEqual({ errcode: 0, errmsg: 'ok' })
    const second = await token({ force_refresh: true })
    expect(second).not.toBe(first)
    expect(await sent(first)).toMatchObject({ errcode: 40001 })
    expect(await sent(second)).toMatchObject({ errcode: 43101 })
    cloud.clock.advance(7_200_000)
    expect(await sent(second)).toMatchObject({ errcode: 42001 })
    expect(await sent(await token())).toMatchObject({ errcode: 43101 })
  })

  it.each([
    [{}, 40002],
    [{ grant_type: 'other' }, 40002],
    [{ grant_type: 'client_credential' }, 41002],
    [{ grant_type: 'client_credential', appid: 'wx0' }, 41004],
    ['not json', 47001],
    ['null', 40002],
  ])('give no token for %j', async (body, errcode) => {
    expect(await call('/cgi-bin/stable_token', body)).toMatchObject({ errcode })
  })

  it('refuse calls without a token, by GET, without JSON, and unknown ones', async () => {
    const path = `/cgi-bin/message/subscribe/send?access_token=${String(await token())}`
    expect(await call('/cgi-bin/message/subscribe/send', message())).toMatchObject({ errcode: 41001 })
    expect(await call(path, undefined, 'GET')).toMatchObject({ errcode: 43002 })
    expect(await call(path, '{')).toMatchObject({ errcode: 47001 })
    expect(await call(path, '[]')).toMatchObject({ errcode: 47001 })
    expect(await call('/cgi-bin/elsewhere', {})).toMatchObject({ errcode: 40066 })
  })

  it('draw a code that carries page and scene', async () => {
    const path = `/wxa/getwxacodeunlimit?access_token=${String(await token())}`
    const answer = await fetch(cloud.url + path, {
      method: 'POST',
      body: JSON.stringify({ scene: 'item=tea-house', page: 'packages/guide/pages/guide' }),
    })
    expect(answer.headers.get('content-type')).toBe('image/png')
    const { data: modules } = encode('packages/guide/pages/guide?scene=item%3Dtea-house', { border: 4, ecc: 'M' })
    expect(modulesIn(Buffer.from(await answer.arrayBuffer()), modules.length)).toEqual(modules)
    expect(await call(path, { scene: '' })).toMatchObject({ errcode: 40129 })
    expect(await call(path, { scene: 'x'.repeat(33) })).toMatchObject({ errcode: 40129 })
    expect(await call(path, { scene: 'x', page: '/pages/a' })).toMatchObject({ errcode: 41030 })
  })

  it('leave a request without an answer when told to, and still answer others', async () => {
    trouble = 'no-answer'
    const waiting = fetch(`${cloud.url}/cgi-bin/message/subscribe/send?access_token=${String(await token())}`, {
      method: 'POST',
      body: JSON.stringify(message()),
      signal: AbortSignal.timeout(100),
    })
    await expect(waiting).rejects.toThrow(/timeout/i)
    trouble = undefined
    expect(await codeOf(send())).toBe(43101)
  })
})

describe('the check of a text', () => {
  const text = (change: object = {}) => ({
    version: 2,
    openid: 'openid-resident',
    scene: 2,
    content: '很热情',
    ...change,
  })
  /** As a cloud function asks, through the cloud and over HTTPS. */
  const throughCloud = async (body: unknown) =>
    ((await platform.app.callWxOpenApi({ apiName: 'security.msgSecCheck', requestData: body })) as { result: unknown })
      .result as { errcode: number; result?: { suggest: string; label: number } }
  const overHttps = async (body: unknown) => {
    const credentials = { grant_type: 'client_credential', appid: 'wx0000000000000000', secret: 'local' }
    const ask = async (path: string, sent: unknown) =>
      (await (await fetch(cloud.url + path, { method: 'POST', body: JSON.stringify(sent) })).json()) as {
        errcode: number
        access_token: string
        result?: { suggest: string; label: number }
      }
    const { access_token: token } = await ask('/cgi-bin/stable_token', credentials)
    return ask(`/wxa/msg_sec_check?access_token=${token}`, body)
  }

  it.each([
    ['through the cloud', throughCloud],
    ['over HTTPS', overHttps],
  ])('passes a text, and tells risky ones and those for a person to review, %s', async (_way, ask) => {
    expect(await ask(text())).toMatchObject({ errcode: 0, result: { suggest: 'pass', label: 100 } })
    expect(await ask(text({ content: '这是违规测试' }))).toMatchObject({ errcode: 0, result: { suggest: 'risky' } })
    expect(await ask(text({ content: '这是复审测试' }))).toMatchObject({ errcode: 0, result: { suggest: 'review' } })
    expect(await ask(text({ content: '好'.repeat(2500) }))).toMatchObject({ errcode: 0 })
  })

  it.each([
    ['somebody it does not know', { openid: 'openid-nobody' }, 40003],
    ['a text of nobody', { openid: undefined }, 40003],
    ['the first version', { version: 1 }, 40097],
    ['a scene there is not', { scene: 9 }, 40097],
    ['nothing', { content: '' }, 44002],
    ['a text too long', { content: '好'.repeat(2501) }, 45002],
  ])('refuses %s with WeChat’s number', async (_what, change, errcode) => {
    expect(await throughCloud(text(change))).toMatchObject({ errcode })
    expect(await overHttps(text(change))).toMatchObject({ errcode })
  })

  it('needs a token over HTTPS', async () => {
    const answer = await fetch(`${cloud.url}/wxa/msg_sec_check`, { method: 'POST', body: JSON.stringify(text()) })
    expect(await answer.json()).toMatchObject({ errcode: 41001 })
  })
})

describe('the tray', () => {
  const ask = async (query: string) => {
    const answer = await fetch(`${cloud.url}/local/tray/messages?${query}`)
    return (await answer.json()) as {
      messages: { id: number; title: string }[]
      phones: { id: string; count: number }[]
    }
  }

  it('has the newest message first, each phone apart, and only what is new when asked so', async () => {
    for (const value of ['第一件', '第二件', '第三件']) {
      await allow()
      await send({ data: { ...data, thing1: { value } } })
    }
    const { messages, phones } = await ask('persona=resident')
    expect(
      delivered()
        .slice(0, 3)
        .map(({ lines }) => lines[0]?.text),
    ).toEqual(['第三件', '第二件', '第一件'])
    expect(messages).toEqual(delivered())
    expect(phones.map(({ id }) => id)).toEqual(personas.map(({ id }) => id))
    expect(phones[0]?.count).toBe(messages.length)
    expect((await ask(`persona=resident&after=${String(messages[1]?.id)}`)).messages).toEqual(messages.slice(0, 1))
    expect((await ask(`persona=resident&after=${String(messages[0]?.id)}`)).messages).toEqual([])
    expect((await ask('persona=nobody')).messages).toEqual([])
  })

  it('shows messages with the time of the cloud’s clock', async () => {
    await allow()
    cloud.clock.move(Date.parse('2031-02-03T04:05:06+08:00'))
    await send()
    expect(Math.abs((delivered()[0]?.at ?? 0) - cloud.clock.now())).toBeLessThan(5000)
  })

  it('refuses nonsense and other pages', async () => {
    expect((await fetch(`${cloud.url}/local/tray/messages?persona=resident&after=x`)).status).toBe(400)
    const headers = { origin: 'http://elsewhere.example' }
    expect((await fetch(`${cloud.url}/local/tray/messages?persona=resident`, { headers })).status).toBe(403)
    expect((await fetch(`${cloud.url}/local/tray/elsewhere`)).status).toBe(404)
  })

  it('has a page that brings everything with it and lets nothing else run', async () => {
    const answer = await fetch(`${cloud.url}/local/tray`)
    const html = await answer.text()
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(html).not.toMatch(/(?:src|href)="(?!data:,")/)
    expect(html).not.toMatch(/https?:\/\/|innerHTML|insertAdjacentHTML|document\.write/)
    expect(answer.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-/,
    )
  })
})

it('has every delivered message and every consent after a restart', async () => {
  await allow()
  await answerPrompt('third', { [longTerm.id]: 'reject' }, true)
  const before = [delivered(), delivered('third')]
  await cloud.close()
  cloud = await startLocalCloud({
    data: platform.data,
    personas,
    templates: [template, longTerm, everyKind],
    timers: false,
  })
  const { stop } = platform
  platform.stop = async () => {
    await cloud.close()
    await stop()
  }
  Object.assign(process.env, { TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${cloud.url}/admin` }) })
  expect([delivered(), delivered('third')]).toEqual(before)
  expect([await codeOf(send()), await codeOf(send())]).toEqual([0, 43101])
})

/** Reads the modules back out of a picture whose every module is eight pixels wide and high. */
function modulesIn(png: Buffer, side: number): boolean[][] {
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([side * 8, side * 8])
  const start = png.indexOf('IDAT')
  const lines = inflateSync(png.subarray(start + 4, start + 4 + png.readUInt32BE(start - 4)))
  return Array.from({ length: side }, (_, row) =>
    Array.from({ length: side }, (__, column) => lines[row * 8 * (1 + side) + 1 + column] === 0),
  )
}
