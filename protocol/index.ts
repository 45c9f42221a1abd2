export * from './claim.ts'
export * from './elm/index.ts'
export * from './share.ts'
export * from './vc-api.ts'
