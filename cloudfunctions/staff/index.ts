import { serve } from '../kernel/serve'
import { acceptInvitation } from './operations/accept-invitation'
import { changeMember } from './operations/change-member'
import { claimFirstAdministrator } from './operations/claim-first-administrator'
import { getMember } from './operations/get-member'
import { inviteMember } from './operations/invite-member'
import { listColleagues } from './operations/list-colleagues'
import { listInvitations } from './operations/list-invitations'
import { listMembers } from './operations/list-members'
import { lookUpInvitation } from './operations/look-up-invitation'
import { restoreMember } from './operations/restore-member'
import { revokeInvitation } from './operations/revoke-invitation'
import { suspendMember } from './operations/suspend-member'

/** The cloud function `staff`. */
export const main = serve([
  lookUpInvitation,
  acceptInvitation,
  claimFirstAdministrator,
  listMembers,
  listColleagues,
  getMember,
  changeMember,
  suspendMember,
  restoreMember,
  inviteMember,
  listInvitations,
  revokeInvitation,
])
