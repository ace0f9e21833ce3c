import type { PropsWithChildren } from 'react'
import { useLaunch } from '@tarojs/taro'
import { refreshSession } from './cloud/session'
import './app.css'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    void refreshSession()
  })
  return children
}
