import Taro, { useRouter } from '@tarojs/taro'
import { listComplaints } from '@shared/contracts/complaints'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { words } from '../copy'
import { HandledComplaint } from '../handling/handled-complaint'

/** A complaint as staff work on it, by itself: on a phone, and from a message. */
export default function StaffComplaintPage() {
  const { id = '' } = useRouter().params
  return (
    <Screen title={words.title} wide>
      <StaffOnly contract={listComplaints}>
        {() => (
          <HandledComplaint
            complaintId={id}
            onOpen={(other) => void Taro.navigateTo({ url: `/packages/complaints-desk/one/index?id=${other}` })}
          />
        )}
      </StaffOnly>
    </Screen>
  )
}
