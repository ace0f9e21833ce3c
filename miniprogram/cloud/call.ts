import * as v from 'valibot'
import {
  commonErrors,
  type Answer,
  type Contract,
  type ErrorOf,
  type InputOf,
  type OutputOf,
} from '@shared/contracts/contract'
import { openTransport } from './open-transport'
import { makeRequestId } from './request-id'
import { noteServerTime } from './server-time'
import type { LocalFile } from '../platform/local-file'
import { Unreachable, type Transport } from './transport'
import type { Transfer } from './upload-queue'

/** What a page gets: the server's answer, or OFFLINE when no answer came. */
export type Reply<C extends Contract> = Answer<OutputOf<C>, ErrorOf<C> | 'OFFLINE'>

const offlineSentence = '网络不通，请检查网络后再试。已填写的内容不会丢失。'
/** Pauses before the same call goes out again (ms). A command keeps its request id, so nothing happens twice. */
const pauses = [400, 1200] as const

let transport: Transport | undefined
const reach = (): Transport => (transport ??= openTransport())

/**
 * Calls one operation. Input that the contract refuses never travels; a lost connection is tried again with the same
 * request id. Never throws.
 */
export async function call<C extends Contract>(
  contract: C,
  input: InputOf<C>,
  requestId = makeRequestId(),
): Promise<Reply<C>> {
  const checked = v.safeParse(contract.input, input)
  if (!checked.success) {
    const fields = Object.fromEntries(
      checked.issues.map((issue) => [v.getDotPath(issue) ?? '', sentenceOf(issue.message)]),
    )
    return {
      ok: false,
      error: { code: 'INVALID_INPUT', message: commonErrors.INVALID_INPUT, fields },
      at: 0,
      requestId,
    }
  }
  const [functionName = ''] = contract.name.split('.')
  for (let attempt = 0; ; attempt += 1) {
    try {
      const answer = (await reach().invoke(functionName, { operation: contract.name, input, requestId })) as Reply<C>
      noteServerTime(answer.at)
      return answer
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error
      const pause = pauses[attempt]
      if (pause === undefined)
        return { ok: false, error: { code: 'OFFLINE', message: offlineSentence }, at: 0, requestId }
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}

/** Puts a file where the server said; true when it arrived. Tries once more after a lost connection, unless stopped. */
export async function uploadTo(
  cloudPath: string,
  file: LocalFile,
  onProgress: (percent: number) => void,
  transfer: Transfer = { isStopped: false, stop: () => undefined },
): Promise<boolean> {
  for (let attempt = 0; attempt < 2 && !transfer.isStopped; attempt += 1) {
    try {
      await reach().upload(cloudPath, file, onProgress, transfer)
      return true
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error
    }
  }
  return false
}

const sentenceOf = (message: string) => (/[\u4e00-\u9fff]/.test(message) ? message : '内容格式不对')
