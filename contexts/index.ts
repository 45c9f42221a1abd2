export { type ContextLoader, loadContexts, readExtraContexts } from './contexts.ts'
