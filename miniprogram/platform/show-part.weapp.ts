import Taro from '@tarojs/taro'

/** Room above the part, so that its heading is in sight (px). */
const headroom = -96

/** Scrolls to an element of the page. */
export function showPart(id: string): void {
  // After the render that may have made it; a part that is not there leaves the page where it is.
  Taro.nextTick(
    () => void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: headroom, duration: 250 }).catch(() => undefined),
  )
}

/** Back to the page's beginning. */
export function showTop(): void {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
}
