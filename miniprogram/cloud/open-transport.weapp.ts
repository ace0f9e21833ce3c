import Taro from '@tarojs/taro'
import { Unreachable, type Transport } from './transport'

/** Longer than the longest function; WeChat's own limit is 60 s. */
const patienceMs = 20_000

/** WeChat's cloud client: who calls is known to the platform, nothing is sent about it. */
export function openTransport(): Transport {
  Taro.cloud.init({ env: process.env.CLOUD_ENV === '' ? undefined : process.env.CLOUD_ENV })
  return {
    async invoke(functionName, call) {
      try {
        const answer = await withPatience(Taro.cloud.callFunction({ name: functionName, data: call }))
        return answer.result
      } catch (error) {
        throw new Unreachable(error instanceof Error ? error.message : ((error as { errMsg?: string }).errMsg ?? ''))
      }
    },
    upload: (cloudPath, file, onProgress, transfer) =>
      new Promise((resolve, reject) => {
        const task = Taro.cloud.uploadFile({
          cloudPath,
          filePath: file.path,
          success: () => resolve(),
          fail: (reason: { errMsg?: string }) => reject(new Unreachable(reason.errMsg ?? '')),
        }) as unknown as {
          onProgressUpdate?: (listener: (state: { progress: number }) => void) => void
          abort?: () => void
        }
        task.onProgressUpdate?.(({ progress }) => onProgress(progress))
        transfer.stop = () => task.abort?.()
      }),
  }
}

function withPatience<Result>(work: Promise<Result>): Promise<Result> {
  return Promise.race([
    work,
    new Promise<never>((_resolve, reject) => setTimeout(() => reject(new Error('timeout')), patienceMs)),
  ])
}
