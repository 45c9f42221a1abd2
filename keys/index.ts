export * from './open.ts'
export type { KeyRecords, SigningKeyRecord } from './records.ts'
export type { PublicKeyForms } from './signing-key.ts'
