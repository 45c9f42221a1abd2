import type { Award } from './award.ts'

const MOTORS = 'sector/auto-motorsport'
const SUITE = 'suite/early-years-practical'
const ITQ = 'itq/2009'

type Terms = Pick<Award, 'by' | 'type' | 'assurance' | 'setting' | 'method'>

const CERTIFICATE: Omit<Terms, 'by'> = {
  type: 'Certification',
  assurance: 'ProviderAssessed',
  setting: 'ManufacturerTraining',
  method: 'PracticalObservation',
}

export const TECHNICIAN: readonly Award[] = [
  {
    ...CERTIFICATE,
    by: 'motors',
    id: 'hv-awareness-2024',
    name: 'High-voltage awareness',
    on: '2024-02-12',
    about: { [`${MOTORS}#AM-HV1`]: 'High-voltage awareness' },
    current: { until: '2027-02-12', onLapse: 'HistoricOnly', renewal: 'Refresher' },
  },
  {
    ...CERTIFICATE,
    by: 'motors',
    id: 'hv-isolation-2024',
    name: 'High-voltage isolation',
    on: '2024-10-12',
    about: { [`${MOTORS}#AM-HV2`]: 'High-voltage isolation' },
    current: { until: '2026-10-12', onLapse: 'NotAuthorised', renewal: 'Reassessment' },
  },
  {
    ...CERTIFICATE,
    by: 'motors',
    id: 'diagnosis-2021',
    name: 'Structured electronic diagnosis',
    on: '2021-05-20',
    about: { [`${MOTORS}#AM-DIAG`]: 'Structured electronic diagnosis' },
  },
  {
    ...CERTIFICATE,
    by: 'motors',
    id: 'calibration-2024',
    name: 'Driver-assistance sensor calibration',
    on: '2024-05-14',
    about: { [`${MOTORS}#AM-ADAS`]: 'Driver-assistance sensor calibration' },
    current: { until: '2026-05-14', onLapse: 'NotAuthorised', renewal: 'Reassessment' },
    achievement: 'calibration',
  },
  {
    ...CERTIFICATE,
    by: 'motors',
    id: 'calibration-2026',
    name: 'Driver-assistance sensor calibration, renewed',
    on: '2026-05-12',
    about: { [`${MOTORS}#AM-ADAS`]: 'Driver-assistance sensor calibration' },
    current: { until: '2028-05-12', onLapse: 'NotAuthorised', renewal: 'Reassessment' },
    achievement: 'calibration',
    renews: 'calibration-2024',
  },
  {
    ...CERTIFICATE,
    by: 'circuit',
    id: 'composites-2022',
    name: 'Composite inspection and repair',
    on: '2022-03-05',
    about: { [`${MOTORS}#AM-COMP`]: 'Composite inspection and repair' },
    current: { until: '2025-03-05', onLapse: 'HistoricOnly', renewal: 'CPDRecord' },
  },
  {
    ...CERTIFICATE,
    by: 'circuit',
    id: 'pit-lane-2026',
    name: 'Pit-lane safety and refuelling',
    on: '2026-06-06',
    about: { [`${MOTORS}#AM-PIT`]: 'Pit-lane safety and refuelling' },
    current: { until: '2027-06-06', onLapse: 'NotAuthorised', renewal: 'Refresher' },
  },
  {
    by: 'college',
    id: 'vehicle-maintenance-2009',
    name: 'Certificate in Vehicle Maintenance and Repair',
    type: 'Certificate',
    on: '2009-07-03',
    assurance: 'RegulatedAward',
    setting: 'FormalCreditBearing',
    method: 'Portfolio',
    level: 'RQF 3',
  },
]

const PRACTICAL: Omit<Terms, 'method'> = {
  by: 'university',
  type: 'ext:PracticalSkill',
  assurance: 'ProviderAssessed',
  setting: 'FormalNonCredit',
}

/** A skill of the suite, as the university awards it beside the degree. */
function practical(code: string, name: string, method: string, more: Partial<Award> = {}): Award {
  const about = { [`${SUITE}#${code}`]: name }
  return { ...PRACTICAL, id: `${code.toLowerCase()}-2026`, name, method, on: '2026-06-26', about, ...more }
}

/** The degree is the first; the others are the suite. */
export const GRADUATE: readonly Award[] = [
  {
    by: 'university',
    id: 'ba-early-childhood-2026',
    name: 'BA (Hons) Early Childhood Education and Care',
    type: 'BachelorDegree',
    on: '2026-07-15',
    assurance: 'ProviderAssessed',
    setting: 'FormalCreditBearing',
    method: 'Assignment',
    level: 'FHEQ 6',
    credit: { CATS: '360', ECTS: '180' },
  },
  practical('EY-01', 'Communicating with families', 'WorkplaceObservation'),
  practical('EY-02', 'Food and nutrition for under-8s', 'PracticalObservation'),
  practical('EY-04', 'Planning play and learning', 'WorkplaceObservation'),
  practical('EY-05', 'Sewing and making', 'ArtefactReview'),
  practical('EY-06', 'Newborn care', 'WorkplaceObservation'),
  practical('EY-07', 'Safe driving with children', 'PracticalObservation', {
    current: { until: '2029-06-26', onLapse: 'HistoricOnly', renewal: 'Reassessment' },
  }),
  practical('EY-08', 'Personal and online safety', 'Simulation', {
    on: '2025-01-17',
    current: { until: '2027-01-17', onLapse: 'HistoricOnly', renewal: 'Refresher' },
  }),
  practical('EY-09', 'Paediatric first aid', 'PracticalObservation', {
    on: '2025-03-21',
    current: { until: '2028-03-21', onLapse: 'NotAuthorised', renewal: 'Reassessment' },
  }),
]

/** A unit of the ITQ. */
function unit(by: Award['by'], code: string, name: string, on: string, credit: string, ofqualUnit?: string): Award {
  const level = code.split('/')[1] ?? ''
  return {
    by,
    id: `itq-${code.toLowerCase().replace('/', '-')}-${on.slice(0, 4)}`,
    name: `${name}, level ${level}`,
    type: 'ext:Unit',
    on,
    assurance: 'RegulatedAward',
    setting: 'FormalCreditBearing',
    method: 'Portfolio',
    level: `RQF ${level}`,
    about: { [`${ITQ}#${code}`]: name },
    credit: { RQF: credit },
    ...(ofqualUnit === undefined ? {} : { ofqualUnit }),
  }
}

export const MIXED_LEVELS: readonly Award[] = [
  unit('college', 'IPU/2', 'Improving productivity using IT', '2025-11-14', '4'),
  unit('college', 'WP/2', 'Word processing software', '2026-02-20', '4'),
  unit('college', 'SS/2', 'Spreadsheet software', '2026-05-22', '4'),
  unit('centre', 'ITS/1', 'IT security for users', '2025-03-07', '1'),
  unit('centre', 'EML/1', 'Using email', '2025-03-28', '2'),
  unit('centre', 'PS/1', 'Presentation software', '2025-06-13', '3'),
  unit('centre', 'WP/1', 'Word processing software', '2024-12-06', '3', 'L/502/4627'),
]

const MODULE: Omit<Terms, 'by'> = {
  type: 'ext:Module',
  assurance: 'ProviderAssessed',
  setting: 'FormalCreditBearing',
  method: 'Project',
}

export const CREDIT: readonly Award[] = [
  {
    ...MODULE,
    by: 'college',
    id: 'network-security-2025',
    name: 'Network Security Operations',
    on: '2025-07-04',
    level: 'RQF 4',
    credit: { CATS: '30', ECTS: '15' },
    achievement: 'network-security',
  },
  {
    ...MODULE,
    by: 'college',
    id: 'network-security-replacement',
    name: 'Network Security Operations, replacement certificate',
    on: '2025-07-04',
    level: 'RQF 4',
    credit: { CATS: '30', ECTS: '15' },
    achievement: 'network-security',
  },
  {
    ...MODULE,
    by: 'college',
    id: 'systems-administration-2026',
    name: 'Systems Administration',
    on: '2026-02-06',
    level: 'RQF 4',
    credit: { CATS: '15', ECTS: '7.5' },
  },
  {
    ...MODULE,
    by: 'university',
    id: 'data-for-decisions-2026',
    name: 'Data for Decisions',
    on: '2026-06-12',
    level: 'FHEQ 5',
    credit: { CATS: '20', ECTS: '10' },
  },
  {
    ...MODULE,
    by: 'highland',
    id: 'cloud-fundamentals-2026',
    name: 'Cloud Computing Fundamentals',
    on: '2026-09-18',
    level: 'SCQF 7',
    credit: { SCQF: '8' },
  },
]

const CENTRE: Omit<Terms, 'method'> = {
  by: 'centre',
  type: 'Certificate',
  assurance: 'ProviderAssessed',
  setting: 'FormalNonCredit',
}

export const RETURNING: readonly Award[] = [
  {
    ...CENTRE,
    id: 'clait-documents-2014',
    name: 'File management and e-document production',
    on: '2014-06-20',
    method: 'OnScreenTest',
    level: 'RQF 1',
    about: {
      'New CLAiT 2006#Unit 1 File management and e-document production': 'File management and e-document production',
    },
  },
  {
    ...CENTRE,
    id: 'clait-spreadsheets-2014',
    name: 'Creating spreadsheets and graphs',
    on: '2014-12-05',
    method: 'OnScreenTest',
    level: 'RQF 1',
    about: { 'New CLAiT 2006#Unit 2 Creating spreadsheets and graphs': 'Creating spreadsheets and graphs' },
  },
  unit('centre', 'IPU/1', 'Improving productivity using IT', '2016-05-13', '3', 'T/502/4153'),
  unit('centre', 'ITS/1', 'IT security for users', '2016-07-08', '1'),
  {
    ...CENTRE,
    id: 'first-aid-2015',
    name: 'First aid at work',
    on: '2015-10-02',
    method: 'PracticalObservation',
    current: { until: '2018-10-02', onLapse: 'NotAuthorised', renewal: 'Reassessment' },
  },
  {
    ...CENTRE,
    id: 'customer-care-2016',
    name: 'Customer care',
    on: '2016-03-11',
    method: 'Assignment',
    current: { until: '2019-03-11', onLapse: 'HistoricOnly', renewal: 'Refresher' },
  },
  {
    by: 'stores',
    id: 'leading-a-shift-2019',
    name: 'Leading a shift',
    type: 'Course',
    on: '2019-05-10',
    assurance: 'PeerOrManagerConfirmed',
    setting: 'EmployerTraining',
    method: 'WorkplaceObservation',
    about: { 'SQA Core Skills#Working with Others': 'Working with Others' },
  },
  {
    ...CENTRE,
    id: 'digital-refresher-2026',
    name: 'Back to digital work',
    type: 'ext:CPD',
    on: '2026-11-06',
    assurance: 'AttendanceRecorded',
    setting: 'CPD',
    method: 'AttendanceOnly',
    credit: { CPDHours: '12' },
    current: { until: '2027-11-06', onLapse: 'HistoricOnly', renewal: 'Refresher' },
  },
]
