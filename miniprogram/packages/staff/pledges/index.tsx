import { listPledgeChecks } from '@shared/contracts/applications-decision'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { pledgeWords } from '../copy'
import { PledgeChecks } from './pledge-checks'

/** 承诺核查: samples of pledged cases, drawn and checked by supervisors. */
export default function PledgesPage() {
  return (
    <Screen title={pledgeWords.title}>
      <StaffOnly contract={listPledgeChecks}>{(staff) => <PledgeChecks departments={staff.departments} />}</StaffOnly>
    </Screen>
  )
}
