import { goBack } from '../platform/go-back'
import { classNames } from './class-names'
import { Icon } from './icon'
import './page-top.css'
import { Tappable } from './tappable'

/** In a browser a page opened from a tab has its title and the way back on top; a tab has neither, as in WeChat. */
export function PageTop({ title, wide }: { readonly title: string; readonly wide: boolean }) {
  if (window.location.hash.startsWith('#/pages/') || window.location.hash === '') return null
  return (
    <header className="page-top">
      <div className={classNames('page-top__inner', wide && 'screen__column--wide')}>
        <Tappable id="go-back" className="page-top__back" label="返回" onTap={goBack}>
          <Icon name="back" />
        </Tappable>
        <h1 className="page-top__title">{title}</h1>
      </div>
    </header>
  )
}
