import type { KeyboardEvent } from 'react'
import { classNames } from './class-names'
import type { TappableProps } from './tappable-props'

/** Anything that can be tapped: the browser's own button, so that keyboard and screen reader work as everywhere. */
export function Tappable({ id, className, onTap, disabled = false, label, pressed, checked, children }: TappableProps) {
  return (
    <button
      type="button"
      id={id}
      className={classNames('tappable', disabled && 'tappable--disabled', className)}
      onClick={onTap}
      disabled={disabled}
      aria-label={label}
      aria-pressed={pressed}
      {...(checked === undefined ? {} : { role: 'radio', 'aria-checked': checked, onKeyDown: moveInGroup })}
    >
      {children}
    </button>
  )
}

const steps: Readonly<Record<string, 1 | -1 | undefined>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/** The arrow keys choose among the answers of a group, as in every group of radio buttons. */
function moveInGroup(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = steps[event.key]
  const group = event.currentTarget.closest('[role="radiogroup"]')
  if (step === undefined || group === null) return
  event.preventDefault()
  const answers = [...group.querySelectorAll<HTMLButtonElement>('[role="radio"]:not([disabled])')]
  const next = answers[(answers.indexOf(event.currentTarget) + step + answers.length) % answers.length]
  next?.focus()
  next?.click()
}
