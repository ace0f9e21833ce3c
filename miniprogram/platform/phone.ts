import Taro from '@tarojs/taro'

/** Calls a number. */
export function callPhone(phoneNumber: string): void {
  // Refused by the person in WeChat's own question: nothing to do.
  Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)
}

/** Puts a text on the clipboard and says so. */
export async function copyText(text: string, said: string): Promise<void> {
  await Taro.setClipboardData({ data: text })
  void Taro.showToast({ title: said, icon: 'none' })
}

/** A short word at the middle of the page. */
export function say(words: string): void {
  void Taro.showToast({ title: words, icon: 'none', duration: 2500 })
}

/**
 * A word of at most four characters: WeChat refuses a question whose button says more, and nothing happens at the tap.
 * The word has to be known when the program is compiled, or nobody could count it.
 */
type ButtonWord<Word extends string> = string extends Word
  ? never
  : Word extends `${infer _1}${infer _2}${infer _3}${infer _4}${infer Rest}`
    ? Rest extends ''
      ? Word
      : never
    : Word

/** Asks before something that cannot be taken back. */
export async function confirm<const Yes extends string>(question: {
  readonly title: string
  readonly content: string
  /** On the button, in four characters at most. */
  readonly yes: Yes & ButtonWord<Yes>
}): Promise<boolean> {
  const { confirm: isYes } = await Taro.showModal({
    title: question.title,
    content: question.content,
    confirmText: question.yes,
    cancelText: '再想想',
    confirmColor: '#0b5d6b',
  })
  return isYes
}
