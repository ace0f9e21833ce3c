import { Unreachable, type Transport } from './transport'

const patienceMs = 20_000

/** The browser's way to the cloud: the gateway of the server that served the page, with its session cookie. */
export function openTransport(): Transport {
  return {
    async invoke(functionName, call) {
      let response: Response
      try {
        response = await fetch(`/local/functions/${functionName}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(call),
          signal: typeof AbortSignal.timeout === 'function' ? AbortSignal.timeout(patienceMs) : null,
        })
        const answer = (await response.json()) as { errMsg?: string }
        if (typeof answer.errMsg === 'string') throw new Unreachable(answer.errMsg)
        return answer
      } catch (error) {
        throw error instanceof Unreachable ? error : new Unreachable(error instanceof Error ? error.message : '')
      }
    },
    async upload(cloudPath, file, onProgress, transfer) {
      const content = await fetch(file.path)
        .then((response) => response.blob())
        .catch(() => {
          throw new Unreachable('the file is no longer on the device')
        })
      await new Promise<void>((resolve, reject) => {
        const request = new XMLHttpRequest()
        request.open('POST', `/local/storage/upload?path=${encodeURIComponent(cloudPath)}`)
        request.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((loaded / Math.max(1, total)) * 100))
        request.onload = () =>
          request.status === 200 ? resolve() : reject(new Unreachable(`upload ${String(request.status)}`))
        request.onerror = () => reject(new Unreachable('upload failed'))
        request.onabort = () => reject(new Unreachable('upload stopped'))
        transfer.stop = () => request.abort()
        request.send(content)
      })
    },
  }
}
