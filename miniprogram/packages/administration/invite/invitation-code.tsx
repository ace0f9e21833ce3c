import { useMemo } from 'react'
import { Image, Text, View } from '@tarojs/components'
import { formatDateTime } from '@shared/domain/civil-time'
import { formatInvitationCode } from '@shared/domain/invitation-code'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { drawCode } from '../../../components/draw-code'
import { Notice } from '../../../components/notice'
import { drawPicture } from '../../../platform/draw-picture'
import { copyText } from '../../../platform/phone'
import { spoken } from '../../../platform/spoken'
import { inviteCopy } from '../copy'
import './invitation-code.css'

/** Shown size of the code (px of the drawing). */
const side = 180

/** The code of a new invitation: to be read out, copied, or scanned from the screen. */
export function InvitationCode({
  name,
  code,
  expiresAt,
  onAgain,
  onDone,
}: {
  readonly name: string
  readonly code: string
  readonly expiresAt: number
  readonly onAgain: () => void
  readonly onDone: () => void
}) {
  const printed = formatInvitationCode(code)
  const until = formatDateTime(expiresAt)
  const picture = useMemo(
    () => drawPicture(side, side, (drawing) => drawCode(drawing, code, { left: 0, top: 0, side })),
    [code],
  )
  return (
    <View>
      <Notice tone="amber">{inviteCopy.once}</Notice>
      <Card id="invitation-code" title={inviteCopy.made(name)}>
        <View className="invitation-code">
          <Text id="code" className="invitation-code__letters" userSelect>
            {printed}
          </Text>
          <Image
            className="invitation-code__picture"
            src={picture}
            mode="aspectFit"
            {...spoken({ role: 'img', label: inviteCopy.codeLabel(name) })}
          />
          <Text className="invitation-code__until">{inviteCopy.until(until)}</Text>
          <Text className="invitation-code__how">{inviteCopy.how}</Text>
        </View>
        <Button
          id="copy-code"
          icon="share"
          onTap={() => void copyText(inviteCopy.message(printed, until), inviteCopy.copied)}
        >
          {inviteCopy.copy}
        </Button>
      </Card>
      <View className="invitation-code__actions">
        <Button id="invite-again" kind="secondary" icon="plus" onTap={onAgain}>
          {inviteCopy.another}
        </Button>
        <Button id="invite-done" kind="quiet" onTap={onDone}>
          {inviteCopy.done}
        </Button>
      </View>
    </View>
  )
}
