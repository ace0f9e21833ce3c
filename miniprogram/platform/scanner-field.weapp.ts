/** WeChat gives a page no keys: codes are scanned with the camera there. */
export function useScannerField(_fieldId: string, _keys: Readonly<Record<string, () => void>>): void {
  // There are no keys to listen to.
}
