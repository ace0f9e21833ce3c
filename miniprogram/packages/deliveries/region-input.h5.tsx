import { classNames } from '../../components/class-names'
import '../../components/field.css'
import './region-input.css'
import { copy } from './copy'
import type { RegionInputProps } from './region-input-props'
import { citiesOf, districtsOf, provinces } from './regions'

/** Province, city and district, each in the browser's own list. */
export function RegionInput({ id, label, value, isWrong, onChange }: RegionInputProps) {
  const { province, city, district } = value
  return (
    <div className="region-input">
      <Level
        id={`${id}-province`}
        label={`${label}：${copy.address.province}`}
        empty={copy.address.province}
        names={provinces}
        value={province}
        isWrong={isWrong && province === ''}
        onChange={(name) => onChange({ province: name, city: onlyOne(citiesOf(name)), district: '' })}
      />
      <Level
        id={`${id}-city`}
        label={`${label}：${copy.address.city}`}
        empty={copy.address.city}
        names={citiesOf(province)}
        value={city}
        isWrong={isWrong && city === ''}
        onChange={(name) => onChange({ province, city: name, district: '' })}
      />
      <Level
        id={`${id}-district`}
        label={`${label}：${copy.address.district}`}
        empty={copy.address.district}
        names={districtsOf(province, city)}
        value={district}
        isWrong={isWrong && district === ''}
        onChange={(name) => onChange({ province, city, district: name })}
      />
    </div>
  )
}

/** 北京市 has but one city: nothing to choose. */
const onlyOne = (names: readonly string[]) => (names.length === 1 ? (names[0] ?? '') : '')

function Level({
  id,
  label,
  empty,
  names,
  value,
  isWrong,
  onChange,
}: {
  readonly id: string
  readonly label: string
  readonly empty: string
  readonly names: readonly string[]
  readonly value: string
  readonly isWrong: boolean
  readonly onChange: (name: string) => void
}) {
  return (
    <select
      id={id}
      className={classNames('input', 'region-input__level', isWrong && 'input--wrong')}
      value={value}
      aria-label={label}
      aria-invalid={isWrong}
      disabled={names.length === 0}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{empty}</option>
      {names.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </select>
  )
}
