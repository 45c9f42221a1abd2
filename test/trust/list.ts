import { type RecognisedAction, type RecognisedEntity, type Scope, writeRecognizedEntities } from '#trust'

/** What the sample credential is within. */
export const SAMPLE_SCOPE: Scope = {
  achievementTypes: ['ext:Module', 'Certificate'],
  levels: [{ framework: 'RQF', code: '4' }],
}

/** An entry that may award what the sample credential is, for a test to change. */
export function entity(
  did: string,
  { action, ...changes }: Partial<RecognisedEntity> & { action?: Partial<RecognisedAction> } = {},
): RecognisedEntity {
  return {
    did,
    name: 'Example Independent College',
    actions: [actionFor(action)],
    keys: [],
    closure: null,
    issueLog: null,
    recognisedIn: null,
    ...changes,
  }
}

export function actionFor(changes: Partial<RecognisedAction> = {}): RecognisedAction {
  return {
    action: 'issue',
    from: new Date('2020-01-01T00:00:00Z'),
    until: null,
    scope: SAMPLE_SCOPE,
    assurance: 'ExternallyQualityAssured',
    suspensions: [],
    withdrawal: null,
    depth: 0,
    ...changes,
  }
}

/** A list of issuers, to be signed. */
export function unsignedList(
  operator: string,
  entities: readonly RecognisedEntity[],
  changes: Partial<Parameters<typeof writeRecognizedEntities>[0]> = {},
) {
  return writeRecognizedEntities({
    url: 'https://register.example/trust-list',
    name: 'Register of Providers',
    operator,
    sequence: 1,
    validFrom: '2026-11-01T00:00:00Z',
    validUntil: '2099-01-01T00:00:00Z',
    entities,
    schemaUrl: (digest) => `https://register.example/schemas/${digest}`,
    shardUrl: (digest) => `https://register.example/shards/${digest}`,
    ...changes,
  })
}
