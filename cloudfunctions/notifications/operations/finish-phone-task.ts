import { finishPhoneTask as contract } from '@shared/contracts/notifications'
import { fail, implementCommand } from '../../kernel/operation'
import { phoneTasks } from '../../kernel/store'

/** The person was phoned: the task leaves the list. */
export const finishPhoneTask = implementCommand(contract, {
  async handle({ input, staff, transaction }) {
    const task = await transaction.get(phoneTasks, input.taskId)
    if (task === undefined || task.done || staff?.departments.includes(task.department) !== true)
      return fail('NOT_FOUND')
    await transaction.put(phoneTasks, { ...task, done: true })
    return {}
  },
})
