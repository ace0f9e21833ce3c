/** Shows a file from a short-lived link in a tab of its own. */
export async function openFile(url: string, _kind: 'jpeg' | 'png' | 'pdf'): Promise<void> {
  window.open(url, '_blank', 'noopener')
}
