import { Text, View } from '@tarojs/components'
import type { ApplicationView } from '@shared/contracts/applications'
import { formatTime } from '@shared/domain/civil-time'
import { Icon } from '../../../components/icon'
import { Notice } from '../../../components/notice'
import { spoken } from '../../../platform/spoken'
import { caseWords, words } from '../copy'
import './claim-state.css'

/** Who has the case and for how long; that one's own claim has run out, and that nothing written is lost. */
export function ClaimState({
  view,
  lease,
  hasDraft,
  isReader,
}: {
  readonly view: ApplicationView
  readonly lease: { readonly isHeld: boolean; readonly minutesLeft: number; readonly hasLapsed: boolean }
  readonly hasDraft: boolean
  /** Looks and does nothing: 督查. */
  readonly isReader: boolean
}) {
  const { claim } = view
  if (lease.isHeld) {
    return (
      <View className="claim-state" {...spoken({ role: 'status' })}>
        <Icon name="clock" size="s" />
        <Text id="lease-left">{caseWords.leaseLeft(lease.minutesLeft)}</Text>
      </View>
    )
  }
  const other = claim?.mine === false ? claim : undefined
  return (
    <>
      {isReader && <Notice>{words.readOnly}</Notice>}
      {lease.hasLapsed && (
        <Notice id="lease-lapsed" tone="amber">
          {other === undefined ? caseWords.lapsed : caseWords.lapsedTaken(other.staffName)}
        </Notice>
      )}
      {!lease.hasLapsed && hasDraft && <Notice tone="amber">{caseWords.draftWaits}</Notice>}
      {other !== undefined && <Notice>{caseWords.leaseOther(other.staffName, formatTime(other.until))}</Notice>}
    </>
  )
}
