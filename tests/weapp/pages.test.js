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
  'packages/catalogue-editor/items/index': { as: 'lu', sees: '企业名称自主申报' },
  'packages/catalogue-editor/edit/index': { as: 'lu', query: () => `code=${food}`, sees: '食品经营许可' },
  'packages/catalogue-editor/preview/index': { as: 'lu', query: () => `code=${food}`, sees: '食品经营许可' },
  'packages/catalogue-editor/publish/index': { as: 'lu', query: () => `code=${food}`, sees: '发布' },
  'packages/catalogue-editor/history/index': { as: 'lu', query: () => `code=${food}`, sees: '第1版' },
  'packages/catalogue-editor/transfer/index': { as: 'lu', sees: '导出' },
  'packages/supervision/board/index': { as: 'wei', sees: '市市场监督管理局' },
  'packages/supervision/figures/index': { as: 'wei', sees: '按时办结率' },
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
  const { members } = await ask(await cloud.signIn('lu'), 'staff.listMembers', { state: 'active' })
  const { id: application } = applications.find(({ itemCode }) => itemCode === food)
  const { id: passed } = applications.find(({ itemCode }) => itemCode === 'real-estate-registration')
  ids = { application, passed, member: members.find(({ name }) => name === '莫晓琳').id }
})
afterAll(() => cloud?.stop())

it('lists every page that the program has', () => {
  const program = JSON.parse(readFileSync(join(__dirname, '../../dist/weapp/app.json'), 'utf8'))
  const inPackages = program.subPackages.flatMap((each) => each.pages.map((page) => `${each.root}/${page}`))
  expect(Object.keys(pages).sort()).toEqual([...program.pages, ...inPackages].sort())
})

describe.each(['liao', 'mo', 'lu', 'wei'])('in WeChat, signed in as %s', (person) => {
  let phone
  beforeAll(async () => {
    jest.resetModules()
    phone = await startPhone(await cloud.signIn(person))
  })
  afterEach(() => phone.errors.splice(0))
  afterAll(() => phone?.switchOff())

  const mine = Object.entries(pages).filter(([, { as }]) => as === person)
  it.each(mine)('opens %s with what the server has for it', async (route, { query, sees }) => {
    phone.open(`/${route}${query === undefined ? '' : `?${query(ids)}`}`)
    await phone.at(route)
    await phone.sees(sees)
    expect(phone.errors).toEqual([])
  })
})
