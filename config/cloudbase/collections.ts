/**
 * Every collection with its indexes: the one list that the local cloud and a real environment read, in the shape the
 * real one takes (`MgoKeySchema`). A query without an index here is logged as a warning locally.
 */
export interface CollectionDeclaration {
  readonly CollectionName: string
  readonly Indexes: readonly {
    readonly IndexName: string
    readonly MgoKeySchema: {
      readonly MgoIndexKeys: readonly { readonly Name: string; readonly Direction: '1' | '-1' }[]
      readonly MgoIsUnique: boolean
    }
  }[]
}

/** `collection('x', ['a', 'b'])`: an ascending compound index over a and b; a compound sort reads it either way. */
function declare(
  name: string,
  indexes: readonly (readonly string[])[],
  unique: readonly string[] = [],
): CollectionDeclaration {
  const index = (keys: readonly string[], isUnique: boolean) => ({
    IndexName: keys.join('_'),
    MgoKeySchema: { MgoIndexKeys: keys.map((Name) => ({ Name, Direction: '1' as const })), MgoIsUnique: isUnique },
  })
  return {
    CollectionName: name,
    Indexes: [...indexes.map((keys) => index(keys, false)), ...unique.map((key) => index([key], true))],
  }
}

export const collections: readonly CollectionDeclaration[] = [
  declare(
    'applications',
    [
      ['ownerId', 'ownerOrder'],
      ['department', 'queue', 'queueOrder'],
      ['department', 'queue', 'itemCode', 'queueOrder'],
      ['department', 'queue', 'isAmber', 'queueOrder'],
      ['department', 'receiptNumber'],
      ['identityHash', 'receiptNumber'],
      ['claimedBy', 'queueOrder'],
      ['handledBy', 'queue', 'queueOrder'],
      ['queue', 'claimUntil'],
      ['wakeOn'],
      ['alertOn'],
      ['amberOn'],
      ['provisionalOn'],
      ['department', 'pledgeOrder'],
    ],
    ['receiptNumber'],
  ),
  declare('applications_received_items', [['department']]),
  declare('applications_drafts', [['ownerId', 'savedAt'], ['wakeOn']]),
  declare('applications_uploads', [['expiresAt']]),
  declare('applications_unused_files', [['at']]),
  declare('pledge_samples', []),
  declare('pledge_checks', [['department', 'status', 'order']]),
  declare('pledge_records', []),
  declare('applications_appointments', [
    ['ownerId', 'order'],
    ['ownerId', 'applicationId', 'order'],
    ['area', 'date', 'state', 'arrivedAt'],
    ['wakeAt'],
  ]),
  declare('applications_slots', [['area', 'date'], ['date']]),
  declare('applications_queue_counters', [['date']]),
  declare('applications_visit_codes', [['date']]),
  declare('applications_visit_plans', []),
  declare('applications_missed_days', []),
  declare('applications_home_visits', [['department', 'open', 'order']]),
  declare('answered_requests', [['at']]),
  declare('audit_entries', [['subject', 'sequence']]),
  declare('notifications_messages', [['recipient', 'order'], ['recipient', 'read'], ['nextAttempt']]),
  declare('notifications_grants', []),
  declare('notifications_phone_tasks', [['department', 'done', 'at']]),
  declare('residents_profiles', []),
  declare('staff_members', [
    ['departments', 'suspended', 'order'],
    ['nameParts', 'suspended', 'order'],
    ['suspended', 'order'],
    ['roles', 'suspended'],
    ['reference'],
  ]),
  declare('staff_invitations', [['order']]),
  declare('staff_roster', []),
  declare('catalogue_versions', [['code', 'version']]),
  declare('catalogue_index', []),
  declare('catalogue_items', []),
  declare('catalogue_drafts', []),
  declare('catalogue_files', [['expiresAt']]),
  declare('supervision_cases', [
    ['running', 'department', 'window'],
    ['department', 'dueOrder'],
    ['department', 'amberOrder'],
    ['department', 'window', 'dueOrder'],
    ['submittedOn', '_id'],
    ['acceptedOn', '_id'],
    ['decidedOn', '_id'],
  ]),
  declare('supervision_days', [['month']]),
  declare('supervision_months', []),
  declare('supervision_progress', []),
  declare('supervision_board', []),
  declare('deliveries', [
    ['ownerId', 'ownerOrder'],
    ['department', 'deskList', 'deskOrder'],
    ['receiptNumber'],
    ['remindAt'],
  ]),
  declare('deliveries_parcels', [
    ['applicationId', 'order'],
    ['ownerId', 'direction', 'order'],
    ['department', 'deskList', 'order'],
    ['department', 'roundOf', 'order'],
    ['subscription', 'shippedAt'],
    ['nextPollAt'],
    ['stuckOn'],
  ]),
  declare('deliveries_waybills', []),
  declare('deliveries_rounds', [['date', 'order']]),
  declare('deliveries_addresses', []),
  declare('deliveries_papers', [['expiresAt']]),
  declare('deliveries_round_counters', []),
  declare('surveys_invitations', [
    ['ownerId', 'order'],
    ['department', 'order'],
    ['closedOn', '_id'],
    ['state', 'remindAt'],
    ['state', 'openUntil'],
    ['department', 'itemCode', 'state', 'closedOn'],
    ['department', 'window', 'state', 'closedOn'],
  ]),
  declare('surveys_answers', [
    ['day', '_id'],
    ['department', 'month', 'source'],
  ]),
  declare('surveys_visit_tokens', [['day']]),
  declare('surveys_praise', [['state', 'order']]),
  declare('surveys_rectifications', [
    ['department', 'list', 'order'],
    ['applicationId', 'ownerId', 'openedAt'],
    ['openedOn', '_id'],
    ['wakeOn'],
    ['alertOn'],
    ['provisionalOn'],
    ['announceOn'],
  ]),
  declare('surveys_samples', [['department', 'order']]),
  declare('surveys_calls', [['sampleId', 'order']]),
  declare('surveys_days', [['month']]),
  declare('surveys_months', []),
  declare('surveys_progress', []),
  declare(
    'complaints',
    [
      ['ownerId', 'ownerOrder'],
      ['list', 'order'],
      ['assignedTo', 'list', 'order'],
      ['handlerReference', 'list', 'order'],
      ['phoneHash', 'sentAt'],
      ['receiptNumber'],
      ['marks', 'sentAt'],
      ['mergedInto'],
      ['sentOn', '_id'],
      ['countedFrom'],
      ['wakeOn'],
      ['alertOn'],
      ['provisionalOn'],
    ],
    ['number'],
  ),
  declare('complaints_days', [['month']]),
  declare('complaints_months', []),
  declare('complaints_progress', []),
  declare('rate_windows', [['endsAt']]),
]
