import { Card } from '../../../components/card'
import { Row } from '../../../components/row'
import { openPage } from '../../../platform/open-page'
import { deskWords } from '../copy'

/** The window's other pages. */
export function DeskLinks() {
  const { links } = deskWords
  return (
    <Card>
      <Row id="to-intake" icon="edit" title={links.intake} onTap={() => openPage('/packages/window/intake/index')} />
      <Row id="to-visits" icon="map" title={links.visits} onTap={() => openPage('/packages/window/visits/index')} />
      <Row id="to-results" icon="send" title={links.results} onTap={() => openPage('/packages/window/results/index')} />
      <Row id="to-review" icon="briefcase" title={links.review} onTap={() => openPage('/packages/staff/queue/index')} />
    </Card>
  )
}
