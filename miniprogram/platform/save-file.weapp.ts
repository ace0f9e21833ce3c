import Taro from '@tarojs/taro'

/** WeChat keeps no files of this kind: the file is sent into a chat, from where a computer has it. */
export async function saveFile(url: string, name: string): Promise<boolean> {
  try {
    const { tempFilePath, statusCode } = await Taro.downloadFile({ url })
    if (statusCode !== 200) return false
    await Taro.shareFileMessage({ filePath: tempFilePath, fileName: name })
    return true
  } catch {
    // No network, or the person sent it to nobody.
    return false
  }
}
