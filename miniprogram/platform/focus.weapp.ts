import Taro from '@tarojs/taro'

/** Scrolls to an element; WeChat has no focus to move. */
export function focusElement(id: string, to: 'middle' | 'sight' | 'nowhere' = 'middle'): void {
  if (to === 'nowhere') return
  // An element that is gone by then needs no scrolling.
  Taro.nextTick(
    () => void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -80, duration: 200 }).catch(() => undefined),
  )
}

/** WeChat has no focus to give. */
export function useFocusOnceShown(_id: string, _isWanted: boolean): void {
  // Nothing to wait for.
}

/** The element around the focus: in WeChat nothing has it. */
export function focusedWithin(_prefix: string): string | undefined {
  return undefined
}

/** For what covers the page: in WeChat a touch cannot leave it. */
export function useFocusInside(_id: string): void {
  // Nothing to hold.
}
