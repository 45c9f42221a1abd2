export { recognise } from './recognise.ts'
export * from './recognition.ts'
export * from './recognized-entities.ts'
