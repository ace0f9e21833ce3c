import type { Contract, InputOf } from '@shared/contracts/contract'
import { Button } from '../../components/button'
import { words } from './copy'
import { useExport } from './use-export'

/** Takes figures along as a file: `name` is the file's, `input` what the page asked for. */
export function ExportButton<C extends Contract>({
  id,
  contract,
  input,
  name,
}: {
  readonly id: string
  readonly contract: C
  readonly input: InputOf<C> & object
  readonly name: string
}) {
  const file = useExport(contract)
  return (
    <Button
      id={id}
      kind="secondary"
      small
      icon="download"
      busy={file.isBusy && words.exporting}
      onTap={() => void file.save(input, name)}
    >
      {words.exportFile}
    </Button>
  )
}
