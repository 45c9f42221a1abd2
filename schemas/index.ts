export { publishedSchema, type SchemaFault, type SchemaId, SKILLS_PASSPORT_SCHEMA, validate } from './validate.ts'
