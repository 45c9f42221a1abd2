export { publishedSchema, type SchemaFault, type SchemaId, validate } from './validate.ts'
