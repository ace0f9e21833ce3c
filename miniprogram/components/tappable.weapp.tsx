import { Button, View } from '@tarojs/components'
import { classNames } from './class-names'
import type { TappableProps } from './tappable-props'

/** Anything that can be tapped: large enough, announced as a button, silent while disabled. */
export function Tappable({
  id,
  className,
  onTap,
  disabled = false,
  label,
  pressed,
  checked,
  openType,
  children,
}: TappableProps) {
  const classes = classNames('tappable', disabled && 'tappable--disabled', className)
  const isChosen = pressed === true || checked === true
  const spoken = label === undefined ? {} : { ariaLabel: isChosen ? `${label}，已选择` : label }
  // WeChat's own abilities are not asked before they act: while disabled there must be no such button at all.
  if (openType !== undefined && !disabled) {
    return (
      <Button
        id={id}
        className={classNames(classes, 'tappable--native')}
        openType={openType}
        onClick={onTap}
        {...spoken}
      >
        {children}
      </Button>
    )
  }
  return (
    <View
      id={id}
      className={classes}
      hoverClass={disabled ? 'none' : 'tappable--down'}
      onClick={disabled ? undefined : onTap}
      ariaRole={checked === undefined ? 'button' : 'radio'}
      {...(checked === undefined ? {} : { ariaChecked: checked })}
      {...spoken}
    >
      {children}
    </View>
  )
}
