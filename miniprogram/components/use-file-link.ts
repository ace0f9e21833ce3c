import { useCallback, useEffect, useState } from 'react'
import { linkToFile, type FileLink } from '../cloud/file-link'
import { openFile } from '../platform/open-file'
import { say } from '../platform/phone'
import { viewerWords } from './viewer-words'

/**
 * The short-lived link to a file of a case. `renew` is for a picture that did not load, most likely because its link ran
 * out; `attempt` counts. To be mounted anew for another file.
 */
export function useFileLink(applicationId: string, fileId: string) {
  const [url, setUrl] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [attempt, setAttempt] = useState(0)
  const take = useCallback((link: FileLink) => {
    setProblem(link.ok ? undefined : link.sentence)
    if (link.ok) setUrl(link.url)
  }, [])
  useEffect(() => {
    void linkToFile(fileId, applicationId).then(take)
  }, [fileId, applicationId, take, attempt])
  return {
    url,
    problem,
    attempt,
    renew: () => {
      setUrl(undefined)
      setAttempt(attempt + 1)
    },
    /** Shows the file outside the page, with a link that has not run out. */
    async open() {
      const link = await linkToFile(fileId, applicationId)
      take(link)
      if (link.ok) await openFile(link.url, link.kind).catch(() => say(viewerWords.notOpened))
    },
  }
}
