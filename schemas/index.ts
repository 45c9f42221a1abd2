export { ASSURANCE_STEPS, type Assurance, isAssurance } from './assurance.ts'
export {
  conforms,
  publishedSchema,
  type SchemaFault,
  type SchemaId,
  SKILLS_PASSPORT_SCHEMA,
  STANDARD_FIELDS_SCHEMA,
  validate,
} from './validate.ts'
