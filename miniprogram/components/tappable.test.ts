import { Button, View } from '@tarojs/components'
import type { TappableProps } from './tappable-props'
import { Tappable } from './tappable.weapp'

jest.mock('@tarojs/components', () => ({ Button: 'button', View: 'view' }))

/** What the mini-program is given to draw. */
const drawn = (props: Partial<TappableProps>) =>
  Tappable({ onTap: () => undefined, children: '发给朋友', ...props }) as {
    readonly type: unknown
    readonly props: { readonly openType?: string; readonly onClick?: () => void; readonly hoverClass?: string }
  }

describe('what can be tapped in WeChat', () => {
  it('is WeChat’s own button where it asks for one of its abilities', () => {
    const share = drawn({ openType: 'share' })
    expect([share.type, share.props.openType]).toEqual([Button, 'share'])
  })

  it('does nothing while disabled, WeChat’s own abilities neither', () => {
    for (const openType of [undefined, 'share', 'contact'] as const) {
      const { type, props } = drawn({ disabled: true, ...(openType === undefined ? {} : { openType }) })
      expect([type, props.openType, props.onClick, props.hoverClass]).toEqual([View, undefined, undefined, 'none'])
    }
  })
})
