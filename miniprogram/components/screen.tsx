import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { spoken } from '../platform/spoken'
import { useDisplayMode } from '../platform/display-mode'
import { useOnline } from '../platform/use-online'
import { useScreenFrame } from '../platform/screen-frame'
import './screen.css'
import { classNames } from './class-names'
import { Icon } from './icon'
import { PageTop } from './page-top'

/** The ground every page stands on: the display mode, the offline notice, a readable column, and the page's own bar. */
export function Screen({
  title,
  wide = false,
  header,
  bar,
  children,
}: {
  /** Shown in the window's frame; the page's name. */
  readonly title: string
  /** For the workbench: uses a desktop's width. */
  readonly wide?: boolean
  /** Across the whole width, above the column. */
  readonly header?: ReactNode
  /** The page's actions, always in reach at the lower edge. */
  readonly bar?: ReactNode
  readonly children: ReactNode
}) {
  const { isLarge, isDark } = useDisplayMode()
  const isOnline = useOnline()
  useScreenFrame(title, isDark, isLarge)
  return (
    <View
      className={classNames(
        'screen',
        isLarge && 'screen--large',
        isDark && 'screen--dark',
        bar !== undefined && 'screen--with-bar',
      )}
    >
      <PageTop title={title} wide={wide} />
      {!isOnline && (
        <View className="screen__offline" {...spoken({ role: 'status' })}>
          <Icon name="offline" size="s" />
          <Text>当前没有网络。已填写的内容保存在手机里，联网后自动保存。</Text>
        </View>
      )}
      {header}
      <View className={classNames('screen__column', wide && 'screen__column--wide')} {...spoken({ role: 'main' })}>
        {children}
      </View>
      {bar !== undefined && (
        <View className="screen__bar">
          <View className={classNames('screen__bar-inner', wide && 'screen__column--wide')}>{bar}</View>
        </View>
      )}
    </View>
  )
}
