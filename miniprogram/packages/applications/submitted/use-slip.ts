import { useEffect, useMemo, useState } from 'react'
import { getApplication } from '@shared/contracts/applications'
import { getCentre, getGuide } from '@shared/contracts/catalogue'
import { sessionOnceKnown } from '../../../cloud/session'
import { useQuery, type QueryProblem } from '../../../cloud/use-query'
import { findKeptSlip, keepSlip, type Slip } from '../kept-slips'
import { makeSlip } from '../make-slip'

/** The slip of an application: the one this phone kept, else made anew from what the server has, and kept then. */
export function useSlip(applicationId: string): {
  readonly slip: Slip | undefined
  readonly problem: QueryProblem | undefined
  readonly isLoading: boolean
  readonly reload: () => Promise<void>
} {
  const [kept, setKept] = useState<{ readonly slip: Slip | undefined }>()
  useEffect(() => {
    // Whose slips the phone shows depends on who holds it.
    void sessionOnceKnown().then(() => setKept({ slip: findKeptSlip(applicationId) }))
  }, [applicationId])

  const application = useQuery(getApplication, { applicationId })
  const view = application.data
  const isNeeded = kept !== undefined && kept.slip === undefined && view !== undefined
  const guide = useQuery(getGuide, isNeeded ? { code: view.itemCode, version: view.itemVersion } : undefined)
  const centre = useQuery(getCentre, isNeeded ? {} : undefined)

  const made = useMemo(() => {
    if (view === undefined || guide.data === undefined || centre.data === undefined) return undefined
    const promise = view.clocks.find(({ clock }) => clock === 'promise')
    const { receiptNumber, submittedAt, itemName, department, channel, content } = view
    const handedIn = {
      applicationId,
      receiptNumber,
      submittedAt,
      itemName,
      department,
      channel,
      promise,
      applicantName: content.applicant.name,
      materials: content.materials,
    }
    return makeSlip(handedIn, guide.data, centre.data.name)
  }, [applicationId, view, guide.data, centre.data])
  useEffect(() => {
    if (made !== undefined && view?.mine === true) keepSlip(made)
  }, [made, view?.mine])

  const problem = application.problem ?? guide.problem ?? centre.problem
  return {
    slip: kept?.slip ?? made,
    problem,
    isLoading: kept === undefined || (problem === undefined && made === undefined),
    reload: async () => {
      await Promise.all([application.reload(), guide.reload(), centre.reload()])
    },
  }
}
