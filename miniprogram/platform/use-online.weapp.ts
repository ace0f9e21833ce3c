import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'

/** Whether the device has a network, as far as it says so. */
export function useOnline(): boolean {
  const [isOnline, setOnline] = useState(true)
  useEffect(() => {
    const listen = ({ isConnected }: { isConnected: boolean }) => setOnline(isConnected)
    Taro.onNetworkStatusChange(listen)
    return () => Taro.offNetworkStatusChange(listen)
  }, [])
  return isOnline
}
