/** An address as WeChat's own address book 收货地址 gives it. */
export interface PickedAddress {
  readonly name: string
  readonly phone: string
  readonly province: string
  readonly city: string
  readonly district: string
  readonly detail: string
}
