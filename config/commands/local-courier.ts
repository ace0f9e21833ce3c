/** The account at the local cloud's stand-in for the tracking aggregator. */
export const courierAccount = { key: 'local-courier-key', customer: 'local-courier-customer' } as const

/** What callbacks are signed with locally; known, so that one can be sent by hand (docs/local-cloud.md). */
const salt = 'local-courier-salt'

/** The variables that point the product at the stand-in. @param url the local cloud's address */
export function courierSettings(url: string): Readonly<Record<string, string>> {
  return {
    KUAIDI100_URL: `${url}/courier`,
    KUAIDI100_KEY: courierAccount.key,
    KUAIDI100_CUSTOMER: courierAccount.customer,
    KUAIDI100_SALT: salt,
    COURIER_CALLBACK_URL: `${url}/http/courier-push`,
  }
}
