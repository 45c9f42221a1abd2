/** Who awards in the example passports. None of them exists; all their addresses end in `.example`. */
export interface Institution {
  name: string
  url: string
  about: string
  /** What the demonstration's register recognises it for: kinds of achievement, and how sure that makes an award. */
  recognised: { achievementTypes: string[]; assurance: string }
}

export const INSTITUTIONS = {
  college: {
    name: 'Example Valley College',
    url: 'https://valley-college.example',
    about: 'A fictional college of further and higher education.',
    recognised: { achievementTypes: ['ext:Module', 'ext:Unit', 'Certificate'], assurance: 'RegulatedAward' },
  },
  university: {
    name: 'Example Lakes University',
    url: 'https://lakes-university.example',
    about: 'A fictional university with a practical suite beside its degree.',
    recognised: {
      achievementTypes: ['BachelorDegree', 'ext:Module', 'ext:PracticalSkill'],
      assurance: 'ProviderAssessed',
    },
  },
  highland: {
    name: 'Example Highland College',
    url: 'https://highland-college.example',
    about: 'A fictional college in Scotland.',
    recognised: { achievementTypes: ['ext:Module'], assurance: 'RegulatedAward' },
  },
  motors: {
    name: 'Example Motors Academy',
    url: 'https://academy.motors.example',
    about: 'The training arm of a fictional manufacturer of cars.',
    recognised: { achievementTypes: ['Certification'], assurance: 'ProviderAssessed' },
  },
  circuit: {
    name: 'Example Circuit Club',
    url: 'https://circuit-club.example',
    about: 'A fictional motorsport club that trains its own officials.',
    recognised: { achievementTypes: ['Certification'], assurance: 'ProviderAssessed' },
  },
  centre: {
    name: 'Example Adult Learning Centre',
    url: 'https://adult-learning.example',
    about: 'A fictional centre for adults who come back to learning.',
    recognised: { achievementTypes: ['ext:CPD', 'Certificate', 'ext:Unit'], assurance: 'ProviderAssessed' },
  },
  stores: {
    name: 'Example Valley Stores',
    url: 'https://valley-stores.example',
    about: 'A fictional employer with shops, which trains its own people.',
    recognised: { achievementTypes: ['Course'], assurance: 'PeerOrManagerConfirmed' },
  },
} satisfies Record<string, Institution>

export type InstitutionKey = keyof typeof INSTITUTIONS
