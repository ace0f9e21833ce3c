import { useEffect } from 'react'
import '../theme/browser-frame.css'

/** The browser's window around a page: its title, its ground, and the tab bar, which stands outside the page. */
export function useScreenFrame(title: string, isDark: boolean, isLarge: boolean): void {
  useEffect(() => {
    document.title = `${title} · 桂林政务`
  }, [title])
  useEffect(() => {
    document.documentElement.classList.toggle('dark', isDark)
    document.documentElement.classList.toggle('large', isLarge)
  }, [isDark, isLarge])
}
