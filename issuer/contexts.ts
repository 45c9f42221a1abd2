/** Our own terms. */
export const OUR_CONTEXT = 'https://w3id.org/skills-passport/v1'

/** The contexts of what we make ourselves: VC Data Model 2.0, Open Badges 3.0, and our own terms. */
export const CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  OUR_CONTEXT,
]
