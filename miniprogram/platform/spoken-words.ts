/** What a screen reader should know of a view: in WeChat and in a browser the attributes have different names. */
export interface Spoken {
  readonly role?:
    | 'heading'
    | 'alert'
    | 'status'
    | 'main'
    | 'list'
    | 'listitem'
    | 'img'
    | 'group'
    | 'radiogroup'
    | 'tablist'
    | 'progressbar'
    | 'navigation'
    | 'region'
    | 'dialog'
    | 'search'
    | 'table'
    | 'row'
    | 'cell'
    | 'columnheader'
    | 'rowheader'
  readonly label?: string
  /** Decoration only. */
  readonly hidden?: boolean
}
