import { useEffect, useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { Material } from '@shared/domain/item'
import { linkToSample } from '../cloud/file-link'
import { openFile } from '../platform/open-file'
import { say } from '../platform/phone'
import { useNearView } from '../platform/near-view'
import { Button } from './button'
import { Thumbnail } from './file-thumbnail'
import './material-files.css'
import { Tappable } from './tappable'

/** What a material has to be: how many, from where, hints, and beside them a sample to look at and a form to fill in. */
export function MaterialSample({ material }: { readonly material: Material }) {
  const { code, name, sample, blankForm, tips } = material
  const open = async (path: string) => {
    const link = await linkToSample(path)
    if (link.ok) await openFile(link.url, link.kind)
    else say(link.sentence)
  }
  return (
    <View className="material-files__asked">
      <View className="material-files__words">
        {(material.originals > 0 || material.copies > 0) && (
          <Text className="material-files__line">{`要求：${[material.originals > 0 && `原件${material.originals}份`, material.copies > 0 && `复印件${material.copies}份`].filter((each) => each !== false).join('、')}`}</Text>
        )}
        <Text className="material-files__line">{`来源：${material.source}`}</Text>
        {tips.map((tip) => (
          <Text key={tip} className="material-files__tip">{`·${tip}`}</Text>
        ))}
        {blankForm !== undefined && (
          <View className="material-files__form">
            <Button
              id={`material-form-${code}`}
              kind="quiet"
              icon="download"
              small
              label={`打开${name}的空白表格`}
              onTap={() => void open(blankForm)}
            >
              空白表格
            </Button>
          </View>
        )}
      </View>
      {sample !== undefined && <SamplePicture code={code} name={name} path={sample} onOpen={() => void open(sample)} />}
    </View>
  )
}

function SamplePicture({
  code,
  name,
  path,
  onOpen,
}: {
  readonly code: string
  readonly name: string
  readonly path: string
  readonly onOpen: () => void
}) {
  const id = `material-sample-${code}`
  const isNear = useNearView(id)
  const [url, setUrl] = useState<string>()
  const isDocument = path.endsWith('.pdf')
  useEffect(() => {
    if (!isNear || isDocument) return undefined
    let isGone = false
    void linkToSample(path).then((link) => {
      if (!isGone && link.ok) setUrl(link.url)
    })
    return () => {
      isGone = true
    }
  }, [isNear, isDocument, path])
  return (
    <Tappable id={id} className="material-files__sample" label={`查看${name}的样例`} onTap={onOpen}>
      <Thumbnail kind={isDocument ? 'pdf' : 'png'} {...(url === undefined ? {} : { path: url })} />
      <Text className="material-files__sample-words">看样例</Text>
    </Tappable>
  )
}
