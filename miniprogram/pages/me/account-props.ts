export interface AccountProps {
  readonly isSignedIn: boolean
}
