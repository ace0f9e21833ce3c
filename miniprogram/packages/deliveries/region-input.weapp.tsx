import { useState } from 'react'
import { Picker, Text, View } from '@tarojs/components'
import { classNames } from '../../components/class-names'
import '../../components/field.css'
import { Icon } from '../../components/icon'
import { spoken } from '../../platform/spoken'
import { copy } from './copy'
import type { RegionInputProps } from './region-input-props'
import { citiesOf, districtsOf, provinces } from './regions'

/** Province, city and district on WeChat's wheel of three columns. */
export function RegionInput({ id, label, value, isWrong, onChange }: RegionInputProps) {
  const { province, city, district } = value
  const chosen = [
    place(provinces, province),
    place(citiesOf(province), city),
    place(districtsOf(province, city), district),
  ]
  /** Where the columns stand while the wheel is open; as chosen before. */
  const [turned, setTurned] = useState<readonly number[]>()
  const columns = columnsAt(turned ?? chosen)
  const words = [province, city, district].filter((name) => name !== '').join(' ')
  return (
    <Picker
      mode="multiSelector"
      range={columns.map((names) => [...names])}
      value={[...(turned ?? chosen)]}
      onColumnChange={({ detail }) => {
        const next = [...(turned ?? chosen)]
        next[detail.column] = detail.value
        // A column that is turned sets those after it to their beginning.
        setTurned(next.map((at, column) => (column > detail.column ? 0 : at)))
      }}
      onCancel={() => setTurned(undefined)}
      onChange={({ detail }) => {
        const at = detail.value as readonly number[]
        const [first = [], second = [], third = []] = columnsAt(at)
        setTurned(undefined)
        onChange({
          province: first[at[0] ?? 0] ?? '',
          city: second[at[1] ?? 0] ?? '',
          district: third[at[2] ?? 0] ?? '',
        })
      }}
    >
      <View
        id={id}
        className={classNames('input', 'input--picker', isWrong && 'input--wrong')}
        {...spoken({ label: `${label}，${words === '' ? copy.address.regionNone : words}` })}
      >
        <Text>{words === '' ? copy.address.regionNone : words}</Text>
        <Icon name="down" size="s" />
      </View>
    </Picker>
  )
}

const place = (names: readonly string[], name: string) => Math.max(0, names.indexOf(name))

/** The three columns where the wheel stands at these places. */
function columnsAt([first = 0, second = 0]: readonly number[]): readonly (readonly string[])[] {
  const province = provinces[first] ?? ''
  const cities = citiesOf(province)
  return [provinces, cities, districtsOf(province, cities[second] ?? '')]
}
