export default definePageConfig({ navigationBarTitleText: '快递送达' })
