import { useState } from 'react'
import type { Contract, InputOf } from '@shared/contracts/contract'
import { makeHandOverSheet, makeLabels } from '@shared/contracts/deliveries'
import { useCommand } from '../../cloud/use-command'
import { openFile } from '../../platform/open-file'
import { say } from '../../platform/phone'
import { sentenceOf } from './news'

/** A paper that is ready, for ten minutes. */
interface Paper {
  readonly url: string
  readonly pages: number
}
type PaperContract = typeof makeLabels | typeof makeHandOverSheet

/** Asks for a paper and opens it: in a tab of its own, in WeChat in the reader. It can be opened again meanwhile. */
function usePaper<C extends PaperContract & Contract>(contract: C) {
  const { isBusy, run } = useCommand(contract)
  const [paper, setPaper] = useState<Paper>()
  const [problem, setProblem] = useState<string>()
  const open = async (url: string) => {
    try {
      await openFile(url, 'pdf')
    } catch {
      // WeChat could not fetch it: the link stays on the page.
      say('没有打开，请再点一次')
    }
  }
  /** @returns whether it was made */
  const make = async (input: InputOf<C>): Promise<boolean> => {
    setProblem(undefined)
    setPaper(undefined)
    const reply = await run(input)
    if (reply === undefined) return false
    if (!reply.ok) {
      setProblem(sentenceOf(reply.error))
      return false
    }
    const made = reply.data as Paper
    setPaper(made)
    await open(made.url)
    return true
  }
  return { isBusy, paper, problem, make, open: () => (paper === undefined ? undefined : void open(paper.url)) }
}

export const useLabels = () => usePaper(makeLabels)
export const useHandOverSheet = () => usePaper(makeHandOverSheet)
