import { Text, View } from '@tarojs/components'
import { listQueue } from '@shared/contracts/applications'
import { listMembers } from '@shared/contracts/staff'
import { mayCall } from '../../../cloud/may-call'
import { Button } from '../../../components/button'
import { Icon } from '../../../components/icon'
import { openPage } from '../../../platform/open-page'
import { spoken } from '../../../platform/spoken'
import { joinCopy } from '../copy'
import { departmentWords, roleLabel } from '../scope-words'
import './joined.css'

/** What the person is now, and the ways in that their roles open. */
export function Joined({
  staff,
  title,
  detail,
}: {
  readonly staff: { readonly name: string; readonly roles: readonly string[]; readonly departments: readonly string[] }
  readonly title: string
  readonly detail: string
}) {
  return (
    <View className="joined">
      <View className="joined__mark">
        <Icon name="check-circle" size="l" />
      </View>
      <View id="joined-title" className="joined__title" {...spoken({ role: 'heading' })}>
        {title}
      </View>
      <Text>{detail}</Text>
      <Text className="joined__scope">{staff.roles.map(roleLabel).join('、')}</Text>
      {staff.departments.length > 0 && <Text className="joined__scope">{departmentWords(staff.departments)}</Text>}
      <View className="joined__ways">
        {mayCall(listQueue, staff) && (
          <Button id="to-workbench" icon="briefcase" onTap={() => openPage('/packages/staff/queue/index')}>
            {joinCopy.toWorkbench}
          </Button>
        )}
        {mayCall(listMembers, staff) && (
          <Button
            id="to-members"
            icon="user"
            kind={mayCall(listQueue, staff) ? 'secondary' : 'primary'}
            onTap={() => openPage('/packages/administration/members/index')}
          >
            {joinCopy.toMembers}
          </Button>
        )}
        <Button id="to-me" kind="quiet" onTap={() => openPage('/pages/me/index')}>
          {joinCopy.toMe}
        </Button>
      </View>
    </View>
  )
}
