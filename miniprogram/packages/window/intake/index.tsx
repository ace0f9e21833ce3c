import { useRouter } from '@tarojs/taro'
import { acceptOnSite } from '@shared/contracts/applications-window'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { intakeWords } from '../copy'
import { IntakeForm } from './intake-form'

/** 现场受理: takes an application in for somebody who stands at the window. */
export default function IntakePage() {
  const { appointment, number = '', matter = '' } = useRouter().params
  return (
    <Screen title={intakeWords.title}>
      <StaffOnly contract={acceptOnSite}>
        {() => (
          <IntakeForm
            {...(appointment === undefined
              ? {}
              : {
                  visitor: {
                    appointmentId: appointment,
                    queueNumber: decodeURIComponent(number),
                    matter: decodeURIComponent(matter),
                  },
                })}
            onAccepted={() => undefined}
          />
        )}
      </StaffOnly>
    </Screen>
  )
}
