import Papa from 'papaparse'
import * as contracts from '@shared/contracts/surveys'
import { main } from '../../cloudfunctions/surveys'
import { windowCodes } from '../../config/centre/windows'
import { call, good, refusalOf, startProgram } from '../support/program'

jest.setTimeout(120_000)

const market = '市市场监督管理局'
const [supervisor, reviewer, resident] = ['supervisor-wei', 'reviewer-li', 'resident-qin']
const question = { by: 'window', from: '2026-05', to: '2026-05' } as const

let program: Awaited<ReturnType<typeof startProgram>>
beforeEach(async () => {
  program = await startProgram()
  program.setClock('2026-05-11T10:00:00+08:00')
  await program.addStaff(supervisor, '韦国强', [market], ['supervisor'])
  await program.addStaff(reviewer, '李审核', ['市民政局'])
})
afterEach(() => program.stop())

const visit = async (person: number, grade: 5 | 2, window: string) =>
  good(
    await call(main, contracts.rateVisit, `visitor-${String(person)}`, {
      window: windowCodes[window] ?? '',
      content: { grade, tags: [] },
      author: { kind: 'named' },
    }),
  )

describe('the figures of satisfaction as a file', () => {
  it('have the rows that are shown and the whole; what is too little to be shown is not in it either', async () => {
    for (const person of [1, 2, 3, 4, 5, 6, 7, 8, 9]) await visit(person, person === 9 ? 2 : 5, 'D区 食品药品窗口')
    for (const person of [1, 2, 3, 4, 5]) await visit(person, 5, 'D区 企业登记窗口')
    await visit(1, 2, 'D区 特种设备窗口')
    good(await call(main, contracts.rollUpSatisfaction, 'timer', {}))
    const { rows, total } = good(await call(main, contracts.getSatisfaction, supervisor, question))
    const { csv } = good(await call(main, contracts.exportSatisfaction, supervisor, question))
    expect(csv.startsWith('\ufeff窗口' + ',')).toBe(true)
    const { data } = Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true })
    expect(data.map((row) => [row.窗口, row.主动评价数])).toEqual(
      [...rows, total].map(({ name, shown }) => [name, shown === undefined ? '少于5条不显示' : String(shown.answers)]),
    )
    expect(data.find((row) => row.窗口 === 'D区 食品药品窗口')).toMatchObject({ '满意率（%）': '88.8', 不满意: '1' })
    expect(data.find((row) => row.窗口 === 'D区 特种设备窗口')).toMatchObject({ '满意率（%）': '', 不满意: '' })
  })

  it('are of the member’s own departments only', async () => {
    const asked = { ...question, department: market }
    expect(refusalOf(await call(main, contracts.exportSatisfaction, reviewer, asked))).toBe('FORBIDDEN')
    expect(refusalOf(await call(main, contracts.exportSatisfaction, resident, question))).toBe('FORBIDDEN')
  })
})

describe('the list of the windows’ codes', () => {
  it('has every window once, each with the code that a scan finds it by', async () => {
    const { windows } = good(await call(main, contracts.listRatedWindows, reviewer, {}))
    expect(windows.map(({ window }) => window).sort()).toEqual(Object.values(windowCodes).sort())
    for (const window of windows) {
      expect(good(await call(main, contracts.getRatedWindow, undefined, { window: window.window }))).toEqual(window)
    }
  })
})
