import { useEffect, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Notice } from '../../../../components/notice'
import { focusElement } from '../../../../platform/focus'
import { showTop } from '../../../../platform/show-part'
import { spoken } from '../../../../platform/spoken'
import './step-page.css'

/** A step to be confirmed, in the place of the case: its heading is read first, what went wrong stands above the buttons. */
export function StepPage({
  title,
  problem,
  children,
}: {
  readonly title: string
  readonly problem: string | undefined
  readonly children: ReactNode
}) {
  useEffect(() => {
    showTop()
    focusElement('step-title', 'nowhere')
    return () => {
      showTop()
      focusElement('case-top', 'nowhere')
    }
  }, [])
  return (
    <View>
      <View id="step-title" className="step-page__title" {...spoken({ role: 'heading' })}>
        {title}
      </View>
      {problem !== undefined && (
        <Notice id="step-problem" tone="red">
          {problem}
        </Notice>
      )}
      {children}
    </View>
  )
}
