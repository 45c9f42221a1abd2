export * from './recognition.ts'
