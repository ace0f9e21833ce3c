import { Text, View } from '@tarojs/components'
import './button.css'
import { classNames } from './class-names'
import { Icon } from './icon'
import type { IconName } from './icon-names'
import { Tappable } from './tappable'

/** The action of a page (`primary`, one at a time), others beside it, and those that destroy. */
export function Button({
  id,
  kind = 'primary',
  icon,
  busy = false,
  disabled = false,
  small = false,
  label,
  openType,
  onTap,
  children,
}: {
  readonly id?: string
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger'
  readonly icon?: IconName
  /** Words shown while it works; taps do nothing then. */
  readonly busy?: string | false
  readonly disabled?: boolean
  readonly small?: boolean
  readonly label?: string
  readonly openType?: 'share' | 'contact'
  readonly onTap: () => void
  readonly children: string
}) {
  const isOff = disabled || busy !== false
  return (
    <Tappable
      className={classNames('button', `button--${kind}`, small && 'button--small', isOff && 'button--off')}
      disabled={isOff}
      onTap={onTap}
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { label })}
      {...(openType === undefined ? {} : { openType })}
    >
      <View className="button__inner">
        {icon !== undefined && <Icon name={icon} size="s" />}
        <Text>{busy === false ? children : busy}</Text>
      </View>
    </Tappable>
  )
}
