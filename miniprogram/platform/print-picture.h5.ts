/** Whether a page can be sent to a printer. */
export const canPrint: boolean = true

/** A slip in the middle of one A4 sheet, as large as one reads comfortably, however long it is. */
const slipStyle = `
  @page { size: A4 portrait; margin: 14mm }
  html, body { margin: 0 }
  img { display: block; width: 124mm; max-height: 266mm; margin: 0 auto; object-fit: contain; object-position: top }
`

/** Cards that fill their A5 sheets, one a sheet. */
const cardStyle = `
  @page { size: A5 portrait; margin: 0 }
  html, body { margin: 0 }
  img { display: block; width: 148mm; height: 209.5mm }
  img + img { break-before: page }
`

/** Sends a drawn picture to the printer, alone on its sheet, with the browser's own dialog. */
export function printPicture(dataUrl: string, title: string): void {
  printSheets([dataUrl], title, slipStyle)
}

/** Sends drawn cards of the shape of an A5 sheet to the printer. */
export function printCards(dataUrls: readonly string[], title: string): void {
  printSheets(dataUrls, title, cardStyle)
}

function printSheets(dataUrls: readonly string[], title: string, layout: string): void {
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
  const style = sheet.createElement('style')
  style.textContent = layout
  sheet.head.append(style)
  const pictures = dataUrls.map((dataUrl) => {
    const picture = sheet.createElement('img')
    picture.alt = title
    picture.src = dataUrl
    sheet.body.append(picture)
    return picture.decode()
  })
  void Promise.all(pictures).then(() => {
    const view = frame.contentWindow
    // The dialog may outlive the call: the sheet stays until it is done.
    view?.addEventListener('afterprint', () => frame.remove())
    view?.print()
  })
}
