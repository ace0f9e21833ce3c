/* global afterAll, afterEach, beforeAll, describe, expect, it, jest */
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { ask, startCloud } = require('./local-cloud')
const { startPhone } = require('./phone')

jest.setTimeout(90_000)

const food = 'food-operation-licence'
/** Every page with what it has to show when there is something to show: who opens it, its query, words on it. */
const pages = {
  'pages/home/index': { as: 'liao', sees: '待补正' },
  'pages/services/index': { as: 'liao', sees: '食品经营许可' },
  'pages/progress/index': { as: 'liao', sees: '需要您处理' },
  'pages/me/index': { as: 'liao', sees: '廖' },
  'packages/catalogue/guide/index': { as: 'liao', query: () => `code=${food}`, sees: '食品经营许可' },
  'packages/catalogue/centre/index': { as: 'liao', sees: '临桂' },
  'packages/applications/apply/index': { as: 'liao', query: () => `item=${food}`, sees: '网上预审' },
  'packages/applications/submitted/index': {
    as: 'liao',
    query: ({ application }) => `id=${application}`,
    sees: '收件编号',
  },
  'packages/applications/case/index': {
    as: 'liao',
    query: ({ application }) => `id=${application}`,
    sees: '请补正以下内容',
  },
  'packages/applications/correct/index': {
    as: 'liao',
    query: ({ application }) => `id=${application}`,
    sees: '已改 0/3',
  },
  'packages/applications/book/index': { as: 'liao', query: ({ passed }) => `id=${passed}`, sees: '什么时间' },
  'packages/applications/visit-code/index': { as: 'liao', query: () => 'id=nosuchvisit', sees: '没有找到这次预约' },
  'packages/applications/home-visit/index': { as: 'liao', query: ({ passed }) => `id=${passed}`, sees: '病残卧床' },
  'packages/applications/link/index': { as: 'liao', sees: '收件编号' },
  'packages/deliveries/delivery/index': { as: 'liao', query: ({ passed }) => `id=${passed}`, sees: '谁来签收' },
  'packages/deliveries/parcel/index': {
    as: 'liao',
    query: ({ application }) => `id=${application}`,
    sees: '还没有寄出',
  },
  'packages/deliveries/track/index': { as: 'liao', sees: '用收件编号查' },
  'packages/deliveries/addresses/index': { as: 'liao', sees: '收件地址' },
  'packages/deliveries/originals/index': { as: 'liao', query: ({ passed }) => `id=${passed}`, sees: '寄到哪里' },
  'packages/surveys/rate/index': { as: 'liao', query: () => 'scene=D03', sees: 'D区 食品药品窗口' },
  'packages/surveys/mine/index': { as: 'liao', sees: '目前没有等您评价的事' },
  'packages/surveys/rectification/index': {
    as: 'liao',
    query: ({ passed }) => `application=${passed}`,
    sees: '没有整改记录',
  },
  'packages/surveys/praise/index': { as: 'liao', sees: '少跑了一趟' },
  'packages/complaints/send/index': { as: 'liao', sees: '您要反映什么' },
  'packages/complaints/mine/index': { as: 'liao', sees: '希望增加老年人休息座椅' },
  'packages/complaints/one/index': {
    as: 'liao',
    query: ({ complaint }) => `id=${complaint}`,
    sees: '正在转给责任部门',
  },
  'packages/complaints-desk/queue/index': { as: 'mo', sees: '食品药品窗口排队太久' },
  'packages/complaints-desk/one/index': {
    as: 'wei',
    query: ({ complaint }) => `id=${complaint}`,
    sees: '转办到部门',
  },
  'packages/notifications/inbox/index': { as: 'liao', sees: '补正' },
  'packages/residents/profile/index': { as: 'liao', sees: '身份证' },
  'packages/residents/display/index': { as: 'liao', sees: '长辈' },
  'packages/staff/queue/index': { as: 'mo', sees: '企业名称自主申报' },
  'packages/staff/case/index': { as: 'mo', query: ({ application }) => `id=${application}`, sees: '廖德生' },
  'packages/staff/calls/index': { as: 'mo', sees: '电话' },
  'packages/staff/hand-over/index': { as: 'lu', sees: '从谁手里移出' },
  'packages/staff/pledges/index': { as: 'wei', sees: '没有等待核查的件' },
  'packages/window/desk/index': { as: 'mo', sees: '您在哪个服务区' },
  'packages/window/accept/index': { as: 'mo', query: ({ application }) => `id=${application}`, sees: '审核工作台' },
  'packages/window/intake/index': { as: 'mo', sees: '食品经营许可' },
  'packages/window/visits/index': { as: 'mo', sees: '没有待处理的上门服务' },
  'packages/window/results/index': { as: 'mo', sees: '特种设备使用登记' },
  'packages/courier-desk/desk/index': { as: 'bai', sees: '扫面单或运单' },
  'packages/courier-desk/item/index': { as: 'bai', query: () => 'code=GL20260511000000000', sees: '没有找到这件' },
  'packages/courier-desk/batch/index': { as: 'bai', sees: '扫码寄出' },
  'packages/courier-desk/rounds/index': { as: 'bai', sees: '待交接' },
  'packages/surveys-desk/rectifications/index': { as: 'mo', sees: '企业注销登记' },
  'packages/surveys-desk/return-visits/index': { as: 'wei', sees: '还没有抽过回访名单' },
  'packages/surveys-desk/windows/index': { as: 'mo', sees: 'A区 不动产登记窗口' },
  'packages/catalogue-editor/items/index': { as: 'lu', sees: '企业名称自主申报' },
  'packages/catalogue-editor/edit/index': { as: 'lu', query: () => `code=${food}`, sees: '食品经营许可' },
  'packages/catalogue-editor/preview/index': { as: 'lu', query: () => `code=${food}`, sees: '食品经营许可' },
  'packages/catalogue-editor/publish/index': { as: 'lu', query: () => `code=${food}`, sees: '发布' },
  'packages/catalogue-editor/history/index': { as: 'lu', query: () => `code=${food}`, sees: '第1版' },
  'packages/catalogue-editor/transfer/index': { as: 'lu', sees: '导出' },
  'packages/supervision/board/index': { as: 'wei', sees: '市市场监督管理局' },
  'packages/supervision/figures/index': { as: 'wei', sees: '按时办结率', draws: '市市场监督管理局' },
  'packages/supervision/satisfaction/index': { as: 'wei', sees: '到期未评', draws: '市市场监督管理局' },
  'packages/supervision/complaints/index': { as: 'wei', sees: '每月收件和答复', draws: '市市场监督管理局' },
  'packages/supervision/timeline/index': {
    as: 'wei',
    query: ({ application }) => `id=${application}`,
    sees: '提交申请',
  },
  'packages/administration/members/index': { as: 'lu', sees: '莫晓琳' },
  'packages/administration/member/index': { as: 'lu', query: ({ member }) => `id=${member}`, sees: '莫晓琳' },
  'packages/administration/invite/index': { as: 'lu', sees: '窗口审批' },
  'packages/administration/join/index': { as: 'mo', sees: '邀请码' },
}

let cloud
/** What the queries name. */
let ids

beforeAll(async () => {
  cloud = await startCloud({ at: '2026-05-11T10:00:00+08:00', withApplications: true })
  const { applications } = await ask(await cloud.signIn('liao'), 'applications.listMine', {})
  const { complaints } = await ask(await cloud.signIn('liao'), 'complaints.listMyComplaints', {})
  const { members } = await ask(await cloud.signIn('lu'), 'staff.listMembers', { state: 'active' })
  const { id: application } = applications.find(({ itemCode }) => itemCode === food)
  const { id: passed } = applications.find(({ itemCode }) => itemCode === 'real-estate-registration')
  const [{ id: complaint }] = complaints
  ids = { application, passed, complaint, member: members.find(({ name }) => name === '莫晓琳').id }
})
afterAll(() => cloud?.stop())

it('lists every page that the program has', () => {
  const program = JSON.parse(readFileSync(join(__dirname, '../../dist/weapp/app.json'), 'utf8'))
  const inPackages = program.subPackages.flatMap((each) => each.pages.map((page) => `${each.root}/${page}`))
  expect(Object.keys(pages).sort()).toEqual([...program.pages, ...inPackages].sort())
})

describe.each(['liao', 'mo', 'lu', 'wei', 'bai'])('in WeChat, signed in as %s', (person) => {
  let phone
  beforeAll(async () => {
    jest.resetModules()
    phone = await startPhone(await cloud.signIn(person))
  })
  afterEach(() => phone.errors.splice(0))
  afterAll(() => phone?.switchOff())

  const mine = Object.entries(pages).filter(([, { as }]) => as === person)
  it.each(mine)('opens %s with what the server has for it', async (route, { query, sees, draws }) => {
    phone.open(`/${route}${query === undefined ? '' : `?${query(ids)}`}`)
    await phone.at(route)
    await phone.sees(sees)
    if (draws !== undefined) await phone.until(() => phone.done.drawn.includes(draws), `“${draws}” on a canvas`)
    expect(phone.errors).toEqual([])
  })
})
