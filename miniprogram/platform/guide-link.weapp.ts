/**
 * The link a guide's QR code holds: one that WeChat opens the mini-program for, once its beginning is registered with the
 * account (扫普通链接二维码打开小程序) and built in as GUIDE_LINK. Without it there is nothing a scan could open, and no code.
 */
export function guideLink(itemCode: string): string | undefined {
  const link = process.env.GUIDE_LINK ?? ''
  return link === '' ? undefined : `${link}?code=${encodeURIComponent(itemCode)}`
}
