import { serve } from '../kernel/serve'
import { answerComplaint } from './operations/answer-complaint'
import { exportComplaintFigures } from './operations/export-complaint-figures'
import { findDuplicates } from './operations/find-duplicates'
import { getComplaint } from './operations/get-complaint'
import { getComplaintFigures } from './operations/get-complaint-figures'
import { listComplaints } from './operations/list-complaints'
import { listDepartmentMembers } from './operations/list-department-members'
import { listMyComplaints } from './operations/list-my-complaints'
import { moveComplaint } from './operations/move-complaint'
import { revealComplainant } from './operations/reveal-complainant'
import { rollUpComplaints } from './operations/roll-up-complaints'
import { sendComplaint } from './operations/send-complaint'
import { sweepComplaints } from './operations/sweep-complaints'

/** The cloud function `complaints`. */
export const main = serve([
  sendComplaint,
  listMyComplaints,
  getComplaint,
  answerComplaint,
  listComplaints,
  findDuplicates,
  moveComplaint,
  listDepartmentMembers,
  revealComplainant,
  getComplaintFigures,
  exportComplaintFigures,
  sweepComplaints,
  rollUpComplaints,
])
