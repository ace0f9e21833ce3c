import Taro from '@tarojs/taro'

/** WeChat shows no files of this kind: the text is sent into a chat as a file, from where a computer has it. */
export async function saveText(text: string, name: string): Promise<boolean> {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`
  const files = Taro.getFileSystemManager()
  try {
    files.writeFileSync(filePath, text, 'utf8')
    await Taro.shareFileMessage({ filePath, fileName: name })
    return true
  } catch {
    // The person sent it to nobody, or there is no room for it.
    return false
  } finally {
    // Nothing of it stays on the phone.
    files.unlink({ filePath, fail: () => undefined })
  }
}
