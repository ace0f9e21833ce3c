import { getCentre } from '@shared/contracts/catalogue'
import { Button } from '../../components/button'
import { Empty } from '../../components/waiting'
import { useQuery } from '../../cloud/use-query'
import { callPhone } from '../../platform/phone'
import { copy } from './copy'

/** Nothing fits: what to try, and whom to ask. */
export function NothingFound({ words, onReset }: { readonly words: string; readonly onReset?: () => void }) {
  const { data: centre } = useQuery(getCentre, {})
  const advice = words === '' ? copy.empty.withFilters : copy.empty.withWords(words)
  const ask = centre === undefined ? '' : copy.empty.call(centre.phone)
  return (
    <>
      <Empty
        icon="search"
        title={copy.empty.title}
        detail={`${advice}${ask}`}
        {...(onReset === undefined ? {} : { action: { id: 'reset-choice', words: copy.empty.reset, onTap: onReset } })}
      />
      {centre !== undefined && (
        <Button id="ask-centre" kind="quiet" icon="phone" onTap={() => callPhone(centre.phone)}>
          {copy.empty.callButton}
        </Button>
      )}
    </>
  )
}
