export type { ElmAward, ElmBody } from './model.ts'
export { type ElmRecord, isElm, readElm } from './read.ts'
export { writeElm } from './write.ts'
