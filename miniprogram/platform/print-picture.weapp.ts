/** Whether a page can be sent to a printer: WeChat has none, a saved picture is printed from the album. */
export const canPrint: boolean = false

export function printPicture(_dataUrl: string, _title: string): void {
  // There is no printer to send it to.
}

export function printCards(_dataUrls: readonly string[], _title: string): void {
  // There is no printer to send them to.
}
