/** Pages by package: the tabs first, everything else loaded when it is opened. */
export default defineAppConfig({
  pages: ['pages/home/index', 'pages/services/index', 'pages/progress/index', 'pages/me/index'],
  subPackages: [
    { root: 'packages/catalogue', pages: ['guide/index', 'centre/index'] },
    {
      root: 'packages/applications',
      pages: [
        'apply/index',
        'submitted/index',
        'case/index',
        'correct/index',
        'book/index',
        'visit-code/index',
        'home-visit/index',
        'link/index',
      ],
    },
    {
      root: 'packages/deliveries',
      pages: ['delivery/index', 'parcel/index', 'track/index', 'addresses/index', 'originals/index'],
    },
    { root: 'packages/surveys', pages: ['rate/index', 'mine/index', 'rectification/index', 'praise/index'] },
    { root: 'packages/complaints', pages: ['send/index', 'mine/index', 'one/index'] },
    { root: 'packages/complaints-desk', pages: ['queue/index', 'one/index'] },
    { root: 'packages/notifications', pages: ['inbox/index'] },
    {
      root: 'packages/residents',
      // In WeChat nobody signs in: the platform knows who it is.
      pages: ['profile/index', 'display/index', ...(process.env.TARO_ENV === 'h5' ? ['sign-in/index'] : [])],
    },
    {
      root: 'packages/staff',
      pages: ['queue/index', 'case/index', 'calls/index', 'hand-over/index', 'pledges/index'],
    },
    {
      root: 'packages/window',
      pages: ['desk/index', 'accept/index', 'intake/index', 'visits/index', 'results/index'],
    },
    { root: 'packages/courier-desk', pages: ['desk/index', 'item/index', 'batch/index', 'rounds/index'] },
    { root: 'packages/surveys-desk', pages: ['rectifications/index', 'return-visits/index', 'windows/index'] },
    {
      root: 'packages/catalogue-editor',
      pages: ['items/index', 'edit/index', 'preview/index', 'publish/index', 'history/index', 'transfer/index'],
    },
    { root: 'packages/administration', pages: ['members/index', 'member/index', 'invite/index', 'join/index'] },
    {
      root: 'packages/supervision',
      pages: ['board/index', 'figures/index', 'satisfaction/index', 'complaints/index', 'timeline/index'],
    },
  ],
  window: {
    navigationBarTitleText: '桂林政务',
    navigationBarBackgroundColor: '#0b5d6b',
    navigationBarTextStyle: 'white',
    backgroundColor: '#eef2f4',
    backgroundTextStyle: 'dark',
    enablePullDownRefresh: false,
  },
  tabBar: {
    color: '#4a5c64',
    selectedColor: '#0b5d6b',
    backgroundColor: '#ffffff',
    borderStyle: 'white',
    list: [
      {
        pagePath: 'pages/home/index',
        text: '首页',
        iconPath: 'theme/tabs/home.png',
        selectedIconPath: 'theme/tabs/home-active.png',
      },
      {
        pagePath: 'pages/services/index',
        text: '办事',
        iconPath: 'theme/tabs/services.png',
        selectedIconPath: 'theme/tabs/services-active.png',
      },
      {
        pagePath: 'pages/progress/index',
        text: '进度',
        iconPath: 'theme/tabs/progress.png',
        selectedIconPath: 'theme/tabs/progress-active.png',
      },
      {
        pagePath: 'pages/me/index',
        text: '我的',
        iconPath: 'theme/tabs/me.png',
        selectedIconPath: 'theme/tabs/me-active.png',
      },
    ],
  },
  // WeChat opens its address book only to programs that declare it.
  requiredPrivateInfos: ['chooseAddress'],
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
})
