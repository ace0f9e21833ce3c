export default definePageConfig({ navigationBarTitleText: '核验原件', enablePullDownRefresh: true })
