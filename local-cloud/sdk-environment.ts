/** The id of the one environment that a local cloud is. */
export const environmentId = 'local'
export const region = 'ap-shanghai'

/** The variables that point the SDK at a local cloud; the secrets are of no use anywhere. */
export function sdkEnvironment(url: string): Record<string, string> {
  return {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: region,
    SCF_NAMESPACE: environmentId,
    TCB_ENV: environmentId,
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
  }
}
