// LOOKUP_KEY=… npm run first-administrator: the code with which the first administrator of a deployment claims it.
import { randomInt } from 'node:crypto'
import { formatInvitationCode, makeInvitationCode } from '@shared/domain/invitation-code'
import { hashOfCode } from '../../cloudfunctions/staff/code-hash'

const key = process.env.LOOKUP_KEY ?? ''
if (Buffer.from(key, 'base64').length !== 32) {
  process.stderr.write('Set LOOKUP_KEY to the deployment’s own (32 bytes in base64).\n')
  process.exit(1)
}
const code = makeInvitationCode(Array.from({ length: 9 }, () => randomInt(32)))
process.stdout.write(`
Put this into the environment of the function \`staff\`:

  FIRST_ADMINISTRATOR_CODE_HASH=${hashOfCode(code, key)}

Give this code to the person who is to administer the centre's staff, and to nobody else. It is shown here only:

  ${formatInvitationCode(code)}

They enter it at 我的 → 我是工作人员. It works while nobody administers staff; afterwards remove the variable.
`)
