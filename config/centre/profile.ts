import type { CentreProfile } from '@shared/domain/centre'

/** Facts of the centre from its own account of 2018 (政风行风热线, 8 May 2018). */
export const centre: CentreProfile = {
  name: '桂林市政务服务中心',
  receiptPrefix: 'GL',
  address: '桂林市临桂区西城中路69号创业大厦西辅楼',
  postcode: '541004',
  phone: '0773-5813252',
  complaintPhone: '12345',
  busLines: ['61', '85', '86', '89'],
  latitude: 25.2386,
  longitude: 110.2124,
  hours: [
    { from: '09:00', to: '12:00' },
    { from: '13:30', to: '16:30' },
  ],
  areas: [
    { area: 'A', floor: '2楼', name: '房产交易服务区', description: '不动产登记、房产交易、契税' },
    { area: 'B', floor: '2楼', name: '社会事务服务区', description: '户籍、出入境、社保、民政、教育' },
    { area: 'C', floor: '3楼', name: '建设项目审批区', description: '投资备案、规划、施工、环保、水利' },
    { area: 'D', floor: '3楼', name: '商事登记服务区', description: '企业登记、食品药品、经营许可' },
  ],
}
