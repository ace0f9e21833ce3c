import { Text } from '@tarojs/components'
import { formatReceiptNumber } from '@shared/domain/receipt-number'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Fact, Facts } from '../../../components/facts'
import { copyText } from '../../../platform/phone'
import { copy } from '../copy'

/** The centre's receiving address, and what to write on the parcel. */
export function WhereTo({ to, receiptNumber }: { readonly to: string; readonly receiptNumber: string }) {
  return (
    <Card id="where-to" title={copy.originals.whereTitle}>
      <Facts>
        <Fact label={copy.originals.where}>{to}</Fact>
        <Fact label={copy.receipt}>
          <Text userSelect>{formatReceiptNumber(receiptNumber)}</Text>
        </Fact>
      </Facts>
      <Button
        id="copy-where-to"
        kind="quiet"
        onTap={() => void copyText(`${to} ${receiptNumber}`, copy.originals.whereCopied)}
      >
        {copy.originals.copyWhere}
      </Button>
    </Card>
  )
}
