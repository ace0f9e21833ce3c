import { Text, View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Choices } from '../../../components/choices'
import { Row } from '../../../components/row'
import { Screen } from '../../../components/screen'
import { Tag } from '../../../components/tag'
import { chooseDisplayMode, useDisplayMode } from '../../../platform/display-mode'
import { say } from '../../../platform/phone'
import { copy } from '../copy'
import './display.css'

/** 显示设置: larger text, a dark ground; the page itself shows what comes of it. */
export default function Display() {
  const { isLarge, isDark } = useDisplayMode()
  return (
    <Screen title={copy.display.title}>
      <Card title={copy.display.size}>
        <Choices
          id="text-size"
          options={[
            { value: 'standard', label: copy.display.standard, detail: copy.display.standardDetail },
            { value: 'large', label: copy.display.large, detail: copy.display.largeDetail },
          ]}
          value={isLarge ? 'large' : 'standard'}
          onChange={(value) => chooseDisplayMode({ isLarge: value === 'large' })}
        />
      </Card>
      <Card title={copy.display.ground}>
        <Choices
          id="ground"
          options={[
            { value: 'light', label: copy.display.light, detail: copy.display.lightDetail },
            { value: 'dark', label: copy.display.dark, detail: copy.display.darkDetail },
          ]}
          value={isDark ? 'dark' : 'light'}
          onChange={(value) => chooseDisplayMode({ isDark: value === 'dark' })}
        />
      </Card>
      <Card title={copy.display.preview}>
        <Row
          id="preview-row"
          icon="file"
          title={copy.display.previewItem}
          detail={copy.display.previewDetail}
          aside={<Tag tone="accent">{copy.display.previewTag}</Tag>}
          onTap={() => say(copy.display.kept)}
        />
        <View className="display__words">
          <Text>{copy.display.previewWords}</Text>
        </View>
        <Button id="preview-button" onTap={() => say(copy.display.kept)}>
          {copy.display.previewAction}
        </Button>
      </Card>
    </Screen>
  )
}
