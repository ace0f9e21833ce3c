/** Whether a page can be sent to a printer. */
export const canPrint: boolean = true

/** Sends a drawn picture to the printer, alone on its sheet, with the browser's own dialog. */
export function printPicture(dataUrl: string, title: string): void {
  const frame = document.createElement('iframe')
  frame.style.position = 'fixed'
  frame.style.width = '0'
  frame.style.height = '0'
  frame.style.border = '0'
  frame.title = title
  document.body.append(frame)
  const sheet = frame.contentDocument
  if (sheet === null) return
  sheet.title = title
  const picture = sheet.createElement('img')
  picture.style.width = '100%'
  picture.onload = () => {
    const view = frame.contentWindow
    // The dialog may outlive the call: the sheet stays until it is done.
    view?.addEventListener('afterprint', () => frame.remove())
    view?.print()
  }
  picture.src = dataUrl
  sheet.body.style.margin = '0'
  sheet.body.append(picture)
}
