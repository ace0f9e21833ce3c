import { Text, View } from '@tarojs/components'
import { Field } from './field'
import { TextInput } from './text-input'

/** Characters a reason has at least: a word is no reason (行政许可法 art. 38: reasons are told). */
const shortest = 5

/** What a refusal to accept says, as it is written. */
export interface Refusal {
  readonly reason: string
  readonly rightAuthority: string
}

/** Whether the reason is long enough to be one. */
export const hasReason = ({ reason }: Refusal): boolean => reason.trim().length >= shortest

/** What the decision carries: without an authority, where none is named. */
export function refusalWords({ reason, rightAuthority }: Refusal): {
  readonly reason: string
  readonly rightAuthority?: string
} {
  const authority = rightAuthority.trim()
  return { reason: reason.trim(), ...(authority === '' ? {} : { rightAuthority: authority }) }
}

/** 不予受理: the reason, the right authority (行政许可法 art. 32), and what the decision says of remedies. */
export function RefusalForm({
  refusal,
  isShort,
  onChange,
}: {
  readonly refusal: Refusal
  /** The reason was found too short. */
  readonly isShort: boolean
  readonly onChange: (refusal: Refusal) => void
}) {
  return (
    <View>
      <Field
        label="不予受理的理由"
        required
        hint="至少5个字。写明依据哪一条、因为什么，申请人要能看懂。"
        problem={isShort && !hasReason(refusal) ? '理由至少写5个字' : undefined}
      >
        <TextInput
          id="reject-reason"
          label="不予受理的理由"
          value={refusal.reason}
          maxLength={500}
          multiline
          isWrong={isShort && !hasReason(refusal)}
          onChange={(reason) => onChange({ ...refusal, reason })}
        />
      </Field>
      <Field
        label="应向哪个机关申请"
        required={false}
        hint="不属于本部门职权的，写明应当受理的机关（行政许可法第三十二条）。"
      >
        <TextInput
          id="reject-authority"
          label="应向哪个机关申请"
          value={refusal.rightAuthority}
          maxLength={60}
          onChange={(rightAuthority) => onChange({ ...refusal, rightAuthority })}
        />
      </Field>
      <Text>救济途径由系统自动写入决定：60日内申请行政复议，或者6个月内提起行政诉讼。</Text>
    </View>
  )
}
