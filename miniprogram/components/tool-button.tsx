import { Text, View } from '@tarojs/components'
import { classNames } from './class-names'
import { Icon } from './icon'
import type { IconName } from './icon-names'
import { Tappable } from './tappable'
import './tool-button.css'

/** A small action beside what it acts on: a drawing, words, or both. */
export function ToolButton({
  id,
  icon,
  iconAfter,
  words,
  label,
  isOn,
  tone = 'accent',
  disabled = false,
  onTap,
}: {
  readonly id: string
  readonly icon?: IconName
  /** A drawing behind the words. */
  readonly iconAfter?: IconName
  readonly words?: string
  /** Said by a screen reader; needed where there are no words. */
  readonly label?: string
  readonly isOn?: boolean
  readonly tone?: 'accent' | 'red' | 'plain'
  readonly disabled?: boolean
  readonly onTap: () => void
}) {
  return (
    <Tappable
      id={id}
      className={classNames(
        'tool-button',
        `tool-button--${tone}`,
        isOn === true && 'tool-button--on',
        disabled && 'tool-button--off',
      )}
      disabled={disabled}
      onTap={onTap}
      {...(label === undefined ? {} : { label })}
      {...(isOn === undefined ? {} : { pressed: isOn })}
    >
      <View className="tool-button__inner">
        {icon !== undefined && <Icon name={icon} size="s" />}
        {words !== undefined && <Text>{words}</Text>}
        {iconAfter !== undefined && <Icon name={iconAfter} size="s" />}
      </View>
    </Tappable>
  )
}
