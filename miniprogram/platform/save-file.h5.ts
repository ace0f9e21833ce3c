/** Puts a file behind a link on the person's device under this name; false when it could not be had. */
export async function saveFile(url: string, name: string): Promise<boolean> {
  try {
    const response = await fetch(url)
    if (!response.ok) return false
    const address = URL.createObjectURL(await response.blob())
    const link = document.createElement('a')
    link.href = address
    link.download = name
    document.body.append(link)
    link.click()
    link.remove()
    // The browser has begun to read it by then.
    setTimeout(() => URL.revokeObjectURL(address), 60_000)
    return true
  } catch {
    // No network, or the link has ended.
    return false
  }
}
