export { ASSURANCE_STEPS, type Assurance, isAssurance } from './assurance.ts'
export { publishedSchema, type SchemaFault, type SchemaId, SKILLS_PASSPORT_SCHEMA, validate } from './validate.ts'
