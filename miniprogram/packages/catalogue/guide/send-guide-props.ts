export interface SendGuideProps {
  /** What the guide's code holds, where there is one. */
  readonly link?: string
}
