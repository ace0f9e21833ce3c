import Taro from '@tarojs/taro'

/** Shows a file from a short-lived link: pictures in the viewer, documents in WeChat's reader. */
export async function openFile(url: string, kind: 'jpeg' | 'png' | 'pdf'): Promise<void> {
  if (kind !== 'pdf') {
    await Taro.previewImage({ urls: [url] })
    return
  }
  const { tempFilePath } = await Taro.downloadFile({ url })
  await Taro.openDocument({ filePath: tempFilePath, fileType: 'pdf', showMenu: true })
}
