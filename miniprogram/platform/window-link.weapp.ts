/**
 * The link a window's QR code holds: one that WeChat opens the mini-program for, once its beginning is registered with the
 * account (扫普通链接二维码打开小程序) and built in as WINDOW_LINK. Without it there is nothing a scan could open, and no code.
 */
export function windowLink(window: string): string | undefined {
  const link = process.env.WINDOW_LINK ?? ''
  return link === '' ? undefined : `${link}?window=${encodeURIComponent(window)}`
}
