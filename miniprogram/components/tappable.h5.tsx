import { classNames } from './class-names'
import type { TappableProps } from './tappable-props'

/** Anything that can be tapped: the browser's own button, so that keyboard and screen reader work as everywhere. */
export function Tappable({ id, className, onTap, disabled = false, label, pressed, children }: TappableProps) {
  return (
    <button
      type="button"
      id={id}
      className={classNames('tappable', disabled && 'tappable--disabled', className)}
      onClick={onTap}
      disabled={disabled}
      aria-label={label}
      aria-pressed={pressed}
    >
      {children}
    </button>
  )
}
