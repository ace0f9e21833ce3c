export default definePageConfig({ navigationBarTitleText: '群众表扬', enablePullDownRefresh: true })
