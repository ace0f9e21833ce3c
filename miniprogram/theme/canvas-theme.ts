/**
 * The theme's values for what is drawn where CSS variables cannot be read: on WeChat's canvases. They are those of
 * theme.css (a test compares them), by the same names and with the same order of modes.
 */
const standard = {
  surface: '#ffffff',
  line: '#d5dee2',
  'line-strong': '#7d8f97',
  ink: '#17262c',
  'ink-soft': '#4a5c64',
  accent: '#0b5d6b',
  amber: '#8a5200',
  red: '#b3261e',
  green: '#1d6b3a',
  'text-small': '14px',
}
export type CanvasTheme = Readonly<Record<keyof typeof standard, string>>
export const canvasThemeNames = Object.keys(standard) as readonly (keyof typeof standard)[]

const large: Partial<CanvasTheme> = { 'text-small': '18px', 'ink-soft': '#33444b', line: '#b9c6cc' }
const dark: Partial<CanvasTheme> = {
  surface: '#1a272c',
  line: '#34464d',
  'line-strong': '#8fa3ab',
  ink: '#e8eff1',
  'ink-soft': '#b3c2c8',
  accent: '#6cc5d2',
  amber: '#f0b860',
  red: '#f2938c',
  green: '#7fcf9a',
}
const darkAndLarge: Partial<CanvasTheme> = { 'ink-soft': '#cfdadf' }

/** The theme as a mode shows it. */
export function canvasTheme({ isLarge, isDark }: { readonly isLarge: boolean; readonly isDark: boolean }): CanvasTheme {
  return {
    ...standard,
    ...(isLarge ? large : {}),
    ...(isDark ? dark : {}),
    ...(isLarge && isDark ? darkAndLarge : {}),
  }
}
