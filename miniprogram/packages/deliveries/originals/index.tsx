import { View } from '@tarojs/components'
import { Notice } from '../../../components/notice'
import { Empty } from '../../../components/waiting'
import { openPage } from '../../../platform/open-page'
import { copy } from '../copy'
import { DeliveryPage } from '../delivery-page'
import { SentOriginals } from './sent-originals'
import { SendForm } from './send-form'
import { WhereTo } from './where-to'

/** 寄送原件: the applicant posts originals to the centre and registers the waybill. */
export default function Originals() {
  return (
    <DeliveryPage title={copy.originals.title}>
      {(view, delivery) => {
        const { originalsWanted: wanted, originals, receiptNumber } = view
        if (wanted === undefined && originals.length === 0) {
          return (
            <Empty
              icon="parcel"
              title={copy.originals.none}
              detail={copy.originals.noneDetail}
              action={{
                id: 'to-case',
                words: copy.toCase,
                onTap: () => openPage(`/packages/applications/case/index?id=${view.applicationId}`),
              }}
            />
          )
        }
        return (
          <View>
            <SentOriginals view={view} delivery={delivery} />
            {wanted !== undefined && (
              <View>
                <Notice>{copy.originals.intro}</Notice>
                <WhereTo to={wanted.to} receiptNumber={receiptNumber} />
                <SendForm view={view} wanted={wanted} delivery={delivery} />
              </View>
            )}
          </View>
        )
      }}
    </DeliveryPage>
  )
}
