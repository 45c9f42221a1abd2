export * from './open.ts'
export type { KeyRecords, SigningKeyRecord } from './records.ts'
