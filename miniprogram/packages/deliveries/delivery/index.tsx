import { copy } from '../copy'
import { DeliveryPage } from '../delivery-page'
import { DeliveryChoice } from './delivery-choice'

/** How the applicant gets the result: by courier with an address, or at the window. */
export default function Delivery() {
  return (
    <DeliveryPage title={copy.delivery.title}>
      {(view, delivery) => <DeliveryChoice view={view} delivery={delivery} />}
    </DeliveryPage>
  )
}
