/** The words of drawing a sample, whatever it is drawn from. */
export const drawWords = {
  close: '收起',
  department: '部门',
  chooseDepartment: '选择部门',
  departmentMissing: '请选择部门',
  to: '到',
  periodWrong: '请选好起止日期，开始不晚于结束',
  size: '抽几件',
  sizeHint: (most: number) => `1到${String(most)}件。`,
  sizeWrong: (most: number) => `请填写1到${String(most)}之间的整数`,
  seed: '抽签种子',
  seedHint:
    '抽中哪几件只由种子决定：同样的部门、日期和种子，谁来抽都是同一批，事后可以复核。可以用系统给的，也可以改成当众产生的数字。',
  seedMissing: '请填写抽签种子',
  newSeed: '换一个',
  drawing: '正在抽取…',
  submit: '抽取',
} as const
