/// <reference types="@tarojs/taro" />

declare module '*.css'
declare module '*.png' {
  const path: string
  export default path
}
declare module '*.svg' {
  const path: string
  export default path
}

declare namespace NodeJS {
  interface ProcessEnv {
    /** Set by Taro's build: which program is being made. */
    readonly TARO_ENV?: 'weapp' | 'h5'
  }
}
