export default definePageConfig({ navigationBarTitleText: '邮政快递专窗', enablePullDownRefresh: true })
